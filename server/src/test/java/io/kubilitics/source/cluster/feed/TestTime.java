package io.kubilitics.source.cluster.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// A clock and the machine's own time, which go on when the test says so. Any thread.
final class TestTime extends Clock {
  private static final Instant START = Instant.parse("2026-11-20T10:02:11Z");

  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

  /// The machine's own time passes; the clock stands still, or it would look like sleep.
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /// The machine sleeps: its own time stands still.
  void sleep(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  long nanos() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return START.plusNanos(clock.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
