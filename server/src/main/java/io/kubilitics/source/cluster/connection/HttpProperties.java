package io.kubilitics.source.cluster.connection;

import java.util.Map;

/// Settings of the JDK's HTTP client that it reads from system properties when its classes are
/// loaded, and nowhere else.
final class HttpProperties {
  private static final Map<String, String> VALUES =
      Map.of(
          // What one answer may send ahead of its reader. The JDK's 16 MiB are memory that a slow
          // reader fills.
          "jdk.httpclient.windowsize", "1048576",
          // The same for one connection: more than 80 answers together, so that no reader, however
          // slow, silences another.
          "jdk.httpclient.connectionWindowSize", "100663296",
          // The JDK sends no user name and password to a proxy through which it opens a tunnel,
          // unless this is empty.
          "jdk.http.auth.tunneling.disabledSchemes", "");

  private HttpProperties() {}

  /// Sets what nobody has set; before the first use of the HTTP client.
  static void set() {
    VALUES.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, value);
      }
    });
  }
}
