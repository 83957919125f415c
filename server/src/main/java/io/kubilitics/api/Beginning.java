package io.kubilitics.api;

import io.kubilitics.session.Readiness;
import io.kubilitics.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The time in which a server reads what it was started with. It is over when each of that has been
/// read, has failed, or does not answer: a cluster that is away is no fault of the server, which
/// tells of it. Who answers and is never read is waited for [#LONGEST]. What is over stays over.
/// Any thread.
final class Beginning {
  /// Longer than it takes to read the largest cluster.
  static final Duration LONGEST = Duration.ofMinutes(2);

  private final Supplier<List<Session>> open;
  private final long lastOpening;
  private final LongSupplier nanoTime;
  private final long began;
  private volatile boolean over;

  /// @param open what is open at any time; what is open now is what the server was started with
  /// @param nanoTime counts nanoseconds, as [System#nanoTime] does
  Beginning(Supplier<List<Session>> open, LongSupplier nanoTime) {
    this.open = open;
    this.lastOpening = open.get().stream().mapToLong(Session::opening).max().orElse(-1);
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
  }

  boolean isOver() {
    over |= isLate() || open.get().stream().noneMatch(this::isAwaited);
    return over;
  }

  private boolean isLate() {
    return nanoTime.getAsLong() - began >= LONGEST.toNanos();
  }

  private boolean isAwaited(Session session) {
    return session.opening() <= lastOpening
        && session.readiness() instanceof Readiness.Opening
        && switch (session.condition().phase()) {
          case CONNECTING, CONNECTED -> true;
          case UNREACHABLE, REFUSED -> false;
        };
  }
}
