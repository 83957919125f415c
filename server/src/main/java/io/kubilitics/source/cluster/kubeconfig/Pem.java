package io.kubilitics.source.cluster.kubeconfig;

import java.nio.file.Path;

/// Certificates or a key in PEM.
public sealed interface Pem {
  /// Written in the kubeconfig itself.
  record Inline(Hidden text) implements Pem {}

  /// In a file, which may be replaced while it is used.
  record File(Path path) implements Pem {}
}
