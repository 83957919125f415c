package io.kubilitics.api.stream;

import java.util.concurrent.TimeUnit;

/// How much a client may still say: so much at once, and so much per second in the long run. Used
/// by one thread.
final class Allowance {
  private final long nanosForOne;
  private final long most;

  /// Time that was saved up, in nanoseconds.
  private long saved;

  private long at = System.nanoTime();

  Allowance(int perSecond, int atOnce) {
    this.nanosForOne = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.most = nanosForOne * atOnce;
    this.saved = most;
  }

  /// Takes one, if there is one.
  boolean take(long now) {
    saved = Math.min(most, saved + now - at);
    at = now;
    if (saved < nanosForOne) {
      return false;
    }
    saved -= nanosForOne;
    return true;
  }

  /// Nanoseconds until there is one.
  long nanosUntilNext(long now) {
    return Math.max(0, nanosForOne - saved - (now - at));
  }
}
