package io.kubilitics.source.cluster;

/// How a kind is read.
enum Manner {
  /// Listed once.
  ONCE,
  /// Watched from the beginning.
  WATCHED,
  /// Watched when there are objects, else looked at from time to time: a cluster may serve hundreds
  /// of kinds that nobody uses.
  WHEN_USED
}
