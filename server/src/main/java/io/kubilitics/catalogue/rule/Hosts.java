package io.kubilitics.catalogue.rule;

import java.util.Locale;

/// Host names in text.
final class Hosts {
  private Hosts() {}

  /// The host of a URL, or of `host:port`, or the text itself; `""` when there is none.
  static String ofUrl(String text) {
    int scheme = text.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int to = from;
    while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    from = Math.max(from, text.lastIndexOf('@', to - 1) + 1);
    String host = text.substring(from, to);
    if (host.startsWith("[")) {
      int close = host.indexOf(']');
      return close < 0 ? "" : host.substring(1, close).toLowerCase(Locale.ROOT);
    }
    int port = host.lastIndexOf(':');
    boolean addressOfSix = host.indexOf(':') != port;
    return (port < 0 || addressOfSix ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
  }
}
