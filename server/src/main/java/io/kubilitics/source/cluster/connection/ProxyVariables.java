package io.kubilitics.source.cluster.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whether the environment names a proxy for a server, by the rules of Go's `net/http`, which
/// kubectl follows: `HTTPS_PROXY` or `HTTP_PROXY`, in capitals first, unless `NO_PROXY` has the
/// host, a domain above it, its address or network; never for this machine.
final class ProxyVariables {
  private ProxyVariables() {}

  /// The name of the variable, or null for none.
  static @Nullable String variable(URI server, Function<String, @Nullable String> environment) {
    String host = server.getHost().toLowerCase(Locale.ROOT);
    if (Loopback.is(host)) {
      return null;
    }
    boolean encrypted = "https".equalsIgnoreCase(server.getScheme());
    List<String> names =
        encrypted ? List.of("HTTPS_PROXY", "https_proxy") : List.of("HTTP_PROXY", "http_proxy");
    String variable = first(names, environment);
    String except = first(List.of("NO_PROXY", "no_proxy"), environment);
    if (variable == null || except == null) {
      return variable;
    }
    int port = server.getPort() < 0 ? (encrypted ? 443 : 80) : server.getPort();
    String exceptions = String.valueOf(environment.apply(except));
    for (String exception : exceptions.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (covers(exception.strip(), host, port)) {
        return null;
      }
    }
    return variable;
  }

  private static @Nullable String first(
      List<String> names, Function<String, @Nullable String> environment) {
    for (String name : names) {
      String value = environment.apply(name);
      if (value != null && !value.isBlank()) {
        return name;
      }
    }
    return null;
  }

  private static boolean covers(String exception, String host, int port) {
    if (exception.isEmpty()) {
      return false;
    }
    if (exception.equals("*")) {
      return true;
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (exception.contains("/")) {
      return isInNetwork(exception, bare);
    }
    String name = exception;
    int colon = exception.lastIndexOf(':');
    if (colon >= 0 && (exception.indexOf(':') == colon || exception.contains("]:"))) {
      if (!exception.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      name = exception.substring(0, colon);
    }
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    if (name.startsWith("*.")) {
      name = name.substring(1);
    }
    return name.startsWith(".")
        ? bare.endsWith(name)
        : bare.equals(name) || bare.endsWith("." + name);
  }

  /// Names are not looked up.
  private static boolean isInNetwork(String network, String host) {
    int slash = network.indexOf('/');
    byte[] base = address(network.substring(0, slash));
    byte[] address = address(host);
    String length = network.substring(slash + 1);
    if (base.length == 0 || base.length != address.length || !length.matches("\\d{1,3}")) {
      return false;
    }
    int bits = Integer.parseInt(length);
    if (bits > 8 * base.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((base[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] address(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}") && !text.matches("[0-9a-f:.]*:[0-9a-f:.]*")) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException _) {
      return new byte[0];
    }
  }
}
