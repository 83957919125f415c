package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.feed.FeedPace;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What decides when things happen while a cluster is read; tests have another one.
///
/// @param random for pauses; used by several threads, one at a time
record Tempo(ClusterPace cluster, FeedPace feed, Clock clock, RandomGenerator random) {
  static Tempo usual() {
    return new Tempo(
        ClusterPace.USUAL, FeedPace.DEFAULT, Clock.systemUTC(), new SplittableRandom());
  }
}
