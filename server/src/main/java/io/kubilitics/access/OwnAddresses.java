package io.kubilitics.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The names under which a browser may know this server, each with its port, in lower case:
/// `127.0.0.1:8080`. Any other name is somebody's who points it at us.
public record OwnAddresses(Set<String> hosts) {
  private static final int HTTP_PORT = 80;

  public OwnAddresses {
    hosts = Set.copyOf(hosts);
  }

  /// The addresses of a server that listens on this port.
  ///
  /// @param names host names and addresses, IPv6 in brackets; one with a port of its own keeps it
  public static OwnAddresses of(Collection<String> names, int port) {
    Set<String> hosts = new TreeSet<>();
    for (String name : names) {
      String host = name.toLowerCase(Locale.ROOT);
      boolean hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
      hosts.add(hasPort ? host : host + ":" + port);
      if (!hasPort && port == HTTP_PORT) {
        hosts.add(host);
      }
    }
    return new OwnAddresses(hosts);
  }

  boolean isOwnHost(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  boolean isOwnOrigin(String origin) {
    return origin.startsWith("http://") && hosts.contains(origin.substring("http://".length()));
  }
}
