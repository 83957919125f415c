package io.kubilitics.testbed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for something that other threads bring about.
public final class Eventually {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(5);

  /// Something that fails until it holds.
  @FunctionalInterface
  public interface Claim {
    void check() throws Exception;
  }

  private Eventually() {}

  /// Checks again and again, and gives up after two minutes with the last failure.
  public static void holds(Claim claim) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        claim.check();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
