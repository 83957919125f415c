package io.kubilitics.source.cluster.kubeconfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Addresses of servers and of proxies. What they are not is said without quoting them: they may
/// hold a password.
final class Address {
  private static final List<String> SERVERS = List.of("https", "http");
  private static final List<String> PROXIES = List.of("http", "https", "socks5");

  /// `localhost:8080`, which kubectl takes for http.
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/?");

  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST = 2_000;

  private Address() {}

  /// @throws IllegalArgumentException with the reason
  static URI server(String text) {
    String whole = WITHOUT_SCHEME.matcher(text).matches() ? "http://" + text : text;
    URI uri = parsed(whole, SERVERS);
    String path = uri.getRawPath();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return URI.create(start(uri) + path.substring(0, end));
  }

  /// @throws IllegalArgumentException with the reason
  static URI proxy(String text) {
    URI uri = parsed(text, PROXIES);
    if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw new IllegalArgumentException("has a path, which a proxy has not");
    }
    return URI.create(start(uri));
  }

  /// @throws IllegalArgumentException with the reason
  static String hostName(String text) {
    if (!HOST_NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("is no name of a host");
    }
    return text;
  }

  private static String start(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port;
  }

  private static URI parsed(String text, List<String> schemes) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException("is no address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!schemes.contains(scheme)) {
      throw new IllegalArgumentException(
          "must begin with one of "
              + String.join(", ", schemes.stream().map(s -> s + "://").toList()));
    }
    if (uri.isOpaque() || uri.getRawAuthority() == null) {
      throw new IllegalArgumentException("names no host");
    }
    if (uri.getRawAuthority().contains("@")) {
      throw new IllegalArgumentException("holds a user name or a password, which is not supported");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "names no host and port that can be used; a host is made of letters, digits, dots and"
              + " dashes, others are written as xn--…");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("has a query or a fragment, which an address has not");
    }
    if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
      throw new IllegalArgumentException("has a port that does not exist");
    }
    return uri;
  }
}
