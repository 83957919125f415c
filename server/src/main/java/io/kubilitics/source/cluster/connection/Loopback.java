package io.kubilitics.source.cluster.connection;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a host of a URL is this machine, without asking a name server.
final class Loopback {
  private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}|\\[::1]|::1");

  private Loopback() {}

  static boolean is(@Nullable String host) {
    return host != null && (host.equalsIgnoreCase("localhost") || ADDRESS.matcher(host).matches());
  }
}
