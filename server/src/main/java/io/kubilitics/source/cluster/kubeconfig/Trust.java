package io.kubilitics.source.cluster.kubeconfig;

/// Which API server is believed to be the one that was meant.
public sealed interface Trust {
  /// One with a certificate that the system trusts.
  record SystemAuthorities() implements Trust {}

  /// One with a certificate of these authorities alone.
  record Authorities(Pem certificates) implements Trust {}

  /// Any. The user must be told loudly.
  record Unchecked() implements Trust {}
}
