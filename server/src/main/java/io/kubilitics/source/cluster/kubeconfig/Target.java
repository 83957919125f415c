package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.ProblemException;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a cluster of a kubeconfig says: where its server is and how to know it.
record Target(
    URI server,
    Trust trust,
    @Nullable String tlsServerName,
    @Nullable URI proxy,
    boolean disableCompression) {
  private static final String SKIP = "insecure-skip-tls-verify";

  /// Reads an entry.
  ///
  /// @throws ProblemException for what makes no sense, with its place
  static Target of(Entry cluster) {
    EntryFields fields = EntryFields.of(cluster);
    return new Target(
        server(fields),
        trust(fields),
        read(fields, "tls-server-name", Address::hostName),
        proxy(fields),
        fields.flag("disable-compression"));
  }

  static URI server(EntryFields fields) {
    URI server = read(fields, "server", Address::server);
    if (server == null) {
      throw fields.bad("server", "is missing; it must be an address such as https://host:6443");
    }
    return server;
  }

  private static Trust trust(EntryFields fields) {
    Pem authorities = fields.pem("certificate-authority", PemSort.CERTIFICATES);
    if (!fields.flag(SKIP)) {
      return authorities == null
          ? new Trust.SystemAuthorities()
          : new Trust.Authorities(authorities);
    }
    if (authorities != null) {
      throw fields.bad(SKIP, "and a certificate authority contradict each other: remove one");
    }
    return new Trust.Unchecked();
  }

  private static @Nullable URI proxy(EntryFields fields) {
    if (fields.isUploaded() && !fields.text("proxy-url").isEmpty()) {
      throw fields.forbidden("proxy-url", "names a proxy");
    }
    return read(fields, "proxy-url", Address::proxy);
  }

  private static <T> @Nullable T read(EntryFields fields, String name, Function<String, T> reader) {
    String text = fields.text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw fields.bad(name, String.valueOf(e.getMessage()));
    }
  }
}
