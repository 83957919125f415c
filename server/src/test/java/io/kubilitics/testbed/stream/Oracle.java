package io.kubilitics.testbed.stream;

/// Knows what a channel must have, from the world alone. Any thread.
interface Oracle {
  /// How an edition differs from everything it may be.
  ///
  /// @param span when it was made
  /// @param strictly whether it must not be older than that in any part
  /// @return `""` when it is right
  String difference(Recorded edition, Span span, boolean strictly);
}
