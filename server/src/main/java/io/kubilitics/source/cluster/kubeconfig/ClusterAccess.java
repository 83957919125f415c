package io.kubilitics.source.cluster.kubeconfig;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How one context reaches its cluster, and as whom. Equal for equal kubeconfigs, so that a reload
/// can tell what has changed. Shows no secret in [#toString].
///
/// @param context its name in the kubeconfig, or `in-cluster`
/// @param server `https` or `http`, with the path below which the API lies
/// @param tlsServerName the name that the server's certificate must have instead of its host's, or
///   null
/// @param proxy `http`, `https` or `socks5`, or null for that of the environment
/// @param certificate of the client, with [#key], or null
/// @param namespace where the user works by default: the first filter
/// @param disableCompression whether answers are better not compressed: the network is fast
public record ClusterAccess(
    String context,
    URI server,
    Trust trust,
    @Nullable String tlsServerName,
    @Nullable URI proxy,
    @Nullable Pem certificate,
    @Nullable Pem key,
    Authorization authorization,
    @Nullable Impersonation impersonation,
    String namespace,
    boolean disableCompression) {
  /// As the other one, with answers compressed.
  public ClusterAccess(
      String context,
      URI server,
      Trust trust,
      @Nullable String tlsServerName,
      @Nullable URI proxy,
      @Nullable Pem certificate,
      @Nullable Pem key,
      Authorization authorization,
      @Nullable Impersonation impersonation,
      String namespace) {
    this(
        context,
        server,
        trust,
        tlsServerName,
        proxy,
        certificate,
        key,
        authorization,
        impersonation,
        namespace,
        false);
  }

  /// Whether the other one leads to the same server: under the same address, with the same proof of
  /// being it.
  public boolean isSameServer(ClusterAccess other) {
    return server.equals(other.server)
        && trust.equals(other.trust)
        && Objects.equals(tlsServerName, other.tlsServerName);
  }

  /// What the user must be told loudly while this is in use.
  public List<String> warnings() {
    if (!server.getScheme().equals("https")) {
      return List.of(
          "the API server is spoken to without TLS: anybody on the way can read and change"
              + " everything, and no credential is sent");
    }
    return trust instanceof Trust.Unchecked
        ? List.of(
            "insecure-skip-tls-verify: the certificate of the API server is not checked, so anybody"
                + " on the way can take its place and take the credential")
        : List.of();
  }
}
