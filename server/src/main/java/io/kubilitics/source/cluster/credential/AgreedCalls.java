package io.kubilitics.source.cluster.credential;

/// Remembers the fingerprints of calls that the user has agreed to. Any thread.
public interface AgreedCalls {
  boolean holds(String fingerprint);

  /// @throws java.io.UncheckedIOException when it cannot be kept; the call may run nevertheless
  void keep(String fingerprint);
}
