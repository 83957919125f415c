package io.kubilitics.source.cluster.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses between tries: anywhere between the shortest and a limit that doubles with each try, so
/// that many who lost the same server do not come back together. One thread.
final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final FeedPace pace;
  private final RandomGenerator random;
  private int tries;

  Backoff(FeedPace pace, RandomGenerator random) {
    this.pace = pace;
    this.random = random;
  }

  Duration next() {
    tries = Math.min(tries + 1, MOST_DOUBLINGS);
    long shortest = pace.shortestPause().toNanos();
    long limit = Math.min(pace.longestPause().toNanos(), shortest << tries);
    return Duration.ofNanos(between(shortest, limit));
  }

  /// A pause of about this length: one tenth more or less.
  Duration about(Duration length) {
    long tenth = length.toNanos() / 10;
    return Duration.ofNanos(between(length.toNanos() - tenth, length.toNanos() + tenth));
  }

  /// At least this long, as somebody asked for it, and not all at the same moment.
  Duration atLeast(Duration asked) {
    Duration own = next();
    Duration wanted = asked.plusNanos(between(0, pace.shortestPause().toNanos()));
    return own.compareTo(wanted) > 0 ? own : wanted;
  }

  void reset() {
    tries = 0;
  }

  private long between(long from, long to) {
    return to <= from ? from : random.nextLong(from, to + 1);
  }
}
