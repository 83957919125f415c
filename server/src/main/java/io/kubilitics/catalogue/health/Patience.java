package io.kubilitics.catalogue.health;

import io.kubilitics.model.Health;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long things may take, and health that changes when that time is over.
final class Patience {
  /// For what starts: the default of a Deployment's `progressDeadlineSeconds`.
  static final Duration START = Duration.ofMinutes(10);

  /// For what goes away.
  static final Duration END = Duration.ofMinutes(5);

  private Patience() {}

  /// One health before an instant, another from it on. Without an instant nobody can tell when it
  /// began, and it is over.
  static Health until(@Nullable Instant end, Health before, Health after) {
    return end == null ? after : before.until(end, after);
  }

  /// One health for so long from an instant on, another after that.
  static Health during(@Nullable Instant start, Duration time, Health before, Health after) {
    return until(plus(start, time), before, after);
  }

  static Health startUntil(@Nullable Instant start, Health before, Health after) {
    return during(start, START, before, after);
  }

  /// Null for what is out of all time.
  static @Nullable Instant plus(@Nullable Instant instant, Duration time) {
    try {
      return instant == null ? null : instant.plus(time);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}
