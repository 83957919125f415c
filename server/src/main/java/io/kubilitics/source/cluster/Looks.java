package io.kubilitics.source.cluster;

import java.time.Duration;

/// When it is looked again whether there are objects of a kind: from time to time, and of a kind
/// that has just been defined soon and often at first, since its objects follow within seconds.
/// Used by the plan's thread only.
final class Looks {
  private final Duration longest;
  private Duration next;

  Looks(ClusterPace pace, boolean isNew) {
    longest = pace.coldPoll();
    next = isNew ? shorter(pace.newPoll(), longest) : longest;
  }

  /// Before the next look.
  Duration pause() {
    Duration pause = next;
    next = shorter(next.multipliedBy(2), longest);
    return pause;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
