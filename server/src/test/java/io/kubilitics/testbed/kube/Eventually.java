package io.kubilitics.testbed.kube;

import java.time.Duration;

/// Waits for what a cluster does in its own time.
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Eventually() {}

  /// A question that may be asked again and again.
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /// An assertion that may be tried again and again.
  @FunctionalInterface
  public interface Assertion {
    void verify() throws Exception;
  }

  /// @param what is waited for, in words for the failure
  /// @throws AssertionError when it does not hold within a minute
  public static void holds(String what, Condition condition) throws Exception {
    asserted(() -> {
      if (!condition.holds()) {
        throw new AssertionError("waited in vain until " + what);
      }
    });
  }

  /// @throws AssertionError the last one, when there is one for a minute
  public static void asserted(Assertion assertion) throws Exception {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        assertion.verify();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - limit > 0) {
          throw e;
        }
      }
      Thread.sleep(PAUSE);
    }
  }
}
