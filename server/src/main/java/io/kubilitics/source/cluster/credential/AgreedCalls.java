package io.kubilitics.source.cluster.credential;

/// Remembers the fingerprints of calls that the user has agreed to. Any thread.
public interface AgreedCalls {
  /// Whether it has been agreed to.
  boolean holds(String fingerprint);

  /// Remembers it from now on.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be kept; the call may run nevertheless
  void keep(String fingerprint);
}
