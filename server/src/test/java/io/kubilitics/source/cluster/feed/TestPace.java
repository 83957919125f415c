package io.kubilitics.source.cluster.feed;

import java.time.Duration;

/// Paces for tests: what is waited for without a reason is short, and no limit is ever reached by
/// the machine's time; tests that are about limits set the time themselves.
final class TestPace {
  static final FeedPace QUICK = pausing(Duration.ofMillis(1), Duration.ofMillis(20));

  /// Never tries again by itself, except where no pause is due.
  static final FeedPace WITHOUT_RETRY = pausing(Duration.ofHours(1), Duration.ofHours(2));

  /// Tries again at once, and lists what it cannot watch once in an hour.
  static final FeedPace RARELY_POLLED =
      pausing(Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofHours(1));

  /// Tries again at once, and after many failures only in a quarter of an hour.
  static final FeedPace GROWING = pausing(Duration.ofMillis(1), Duration.ofHours(1));

  private TestPace() {}

  private static FeedPace pausing(Duration shortest, Duration longest) {
    return pausing(shortest, longest, longest);
  }

  private static FeedPace pausing(Duration shortest, Duration longest, Duration unwatched) {
    FeedPace real = FeedPace.DEFAULT;
    return new FeedPace(
        Duration.ofMillis(2),
        shortest,
        longest,
        real.steady(),
        real.grace(),
        real.silence(),
        real.initialEvents(),
        real.listSilence(),
        real.head(),
        longest,
        shortest,
        unwatched,
        real.watchAtLeast(),
        real.watchAtMost(),
        real.leap());
  }
}
