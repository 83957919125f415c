package io.kubilitics.api;

import io.kubilitics.access.Credentials;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.api.stream.StreamLimits;
import java.util.List;

/// Where the server listens and how it knows its callers.
///
/// @param host address or name to listen on; other machines can reach only what is no loopback
/// @param port 0 for any free one
/// @param moreHosts further names under which browsers may reach the server, such as the one of a
///   proxy in front; with the server's port unless they have one of their own
/// @param streams that one caller may have open at once
public record HttpSettings(
    String host, int port, Credentials credentials, List<String> moreHosts, int streams) {
  public static final String LOOPBACK = "127.0.0.1";

  public HttpSettings {
    moreHosts = List.copyOf(moreHosts);
  }

  public HttpSettings(String host, int port, Credentials credentials, List<String> moreHosts) {
    this(host, port, credentials, moreHosts, StreamLimits.STREAMS_OF_ONE);
  }

  /// On this machine only, for whoever holds the token.
  public static HttpSettings loopback(int port, LaunchToken token) {
    return new HttpSettings(LOOPBACK, port, new Credentials.Token(token), List.of());
  }
}
