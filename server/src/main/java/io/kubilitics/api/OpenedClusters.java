package io.kubilitics.api;

/// Clusters with whoever closes them.
public interface OpenedClusters extends Clusters, AutoCloseable {
  /// Ends all reading; returns when nothing runs any more.
  @Override
  void close();
}
