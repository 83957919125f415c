package io.kubilitics.source.cluster.connection;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for something to become true, with a limit that no healthy run comes near.
final class Until {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Until() {}

  static void holds(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so within " + LIMIT.toSeconds() + " s");
      }
      Thread.sleep(PAUSE);
    }
  }
}
