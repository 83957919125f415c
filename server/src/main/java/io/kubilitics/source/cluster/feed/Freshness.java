package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.KindState.Knowledge;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Knows since when a feed is cut off from its server, and says so when that lasts.
final class Freshness {
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Telling telling;
  private final FeedPace pace;
  private final Clock clock;
  private final LongSupplier nanos;
  private final AtomicBoolean isTelling = new AtomicBoolean();
  private volatile @Nullable Break broken;

  /// When it broke: for the reader, and on the machine's own clock.
  private record Break(Instant since, long nanos) {}

  Freshness(Telling telling, FeedPace pace, Clock clock, LongSupplier nanos) {
    this.telling = telling;
    this.pace = pace;
    this.clock = clock;
    this.nanos = nanos;
  }

  /// Nothing comes any more, just now.
  void broken() {
    broken(clock.instant());
  }

  /// Nothing came any more since then.
  void broken(Instant since) {
    if (broken == null) {
      broken = new Break(since, nanos.getAsLong());
    }
  }

  /// News come again.
  void whole(Knowledge knowledge, String message) {
    broken = null;
    telling.knowledge(knowledge, message);
  }

  /// Says that the kind is out of date when it has been for longer than the grace. Called now and
  /// then; does not wait for the listener.
  ///
  /// @param name for the name of the thread
  void check(String name) {
    Knowledge said = telling.knowledge();
    boolean isComplete = said == Knowledge.SYNCED || said == Knowledge.POLLED;
    if (isComplete && message() != null && isTelling.compareAndSet(false, true)) {
      Thread.ofVirtual().name("feed-stale " + name).start(this::tell);
    }
  }

  private void tell() {
    try {
      telling.stale(this::message);
    } finally {
      isTelling.set(false);
    }
  }

  private @Nullable String message() {
    Break at = broken;
    if (at == null || nanos.getAsLong() - at.nanos < pace.grace().toNanos()) {
      return null;
    }
    return "since " + TIME_OF_DAY.format(at.since.atZone(clock.getZone()));
  }
}
