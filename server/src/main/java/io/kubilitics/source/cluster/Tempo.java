package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.feed.FeedPace;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;

/// What decides when things happen while a cluster is read; tests have another one.
///
/// @param random for pauses; split for each who needs one, by the thread that opens the cluster
record Tempo(ClusterPace cluster, FeedPace feed, Clock clock, SplittableGenerator random) {
  static Tempo usual() {
    return new Tempo(
        ClusterPace.USUAL, FeedPace.DEFAULT, Clock.systemUTC(), new SplittableRandom());
  }
}
