package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.KindState.Knowledge;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Knows since when a feed is cut off from its server, and says so when that lasts. Any thread.
final class Freshness {
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Telling telling;
  private final FeedPace pace;
  private final Clock clock;
  private final LongSupplier nanos;
  private final AtomicBoolean isTelling = new AtomicBoolean();
  private final Object lock = new Object();

  /// Both: under the lock.
  private @Nullable Break broken;

  private @Nullable Answer answer;

  /// When it broke: for the reader, and on the machine's own clock.
  private record Break(Instant since, long nanos) {}

  /// A server that has begun to answer a kind that was told to be out of date.
  ///
  /// @param nanos when it began, on the machine's own clock
  private record Answer(Knowledge knowledge, String message, long nanos) {}

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
    synchronized (lock) {
      answer = null;
      if (broken == null) {
        broken = new Break(since, nanos.getAsLong());
      }
    }
  }

  /// News come again.
  void whole(Knowledge knowledge, String message) {
    mend();
    telling.knowledge(knowledge, message);
  }

  private void mend() {
    synchronized (lock) {
      answer = null;
      broken = null;
    }
  }

  /// The server answers, but may take that back: one that has started anew begins to answer a watch
  /// and says then that it knows nothing of what was before. So a kind that was told to be out of
  /// date is whole with the first news, or when there is no such word for a while.
  void answered(Knowledge knowledge, String message) {
    if (telling.knowledge() != Knowledge.STALE) {
      whole(knowledge, message);
      return;
    }
    synchronized (lock) {
      answer = new Answer(knowledge, message, nanos.getAsLong());
    }
  }

  /// Something came that can be used.
  void news() {
    Answer begun;
    synchronized (lock) {
      begun = answer;
    }
    if (begun != null) {
      whole(begun.knowledge, begun.message);
    }
  }

  /// Says that the kind is out of date when it has been for longer than the grace, or that it is
  /// not any more. Called now and then; does not wait for the listener.
  ///
  /// @param name for the name of the thread
  void check(String name) {
    Knowledge said = telling.knowledge();
    boolean isComplete = said == Knowledge.SYNCED || said == Knowledge.POLLED;
    boolean isDue = isComplete ? message() != null : settled() != null;
    if (isDue && isTelling.compareAndSet(false, true)) {
      Thread.ofVirtual().name("feed-fresh " + name).start(() -> tell(isComplete));
    }
  }

  private void tell(boolean wasComplete) {
    try {
      if (wasComplete) {
        telling.stale(this::message);
      } else {
        telling.fresh(this::settle);
      }
    } finally {
      isTelling.set(false);
    }
  }

  /// What is so now: null when the answer has ended meanwhile.
  private Telling.@Nullable Said settle() {
    synchronized (lock) {
      Answer begun = settled();
      if (begun == null) {
        return null;
      }
      mend();
      return new Telling.Said(begun.knowledge, begun.message);
    }
  }

  /// The answer that has begun and was not taken back for a while, or null.
  private @Nullable Answer settled() {
    synchronized (lock) {
      Answer begun = answer;
      boolean isSettled =
          begun != null && nanos.getAsLong() - begun.nanos >= pace.shortestPause().toNanos();
      return isSettled ? begun : null;
    }
  }

  private @Nullable String message() {
    Break at;
    synchronized (lock) {
      at = broken;
    }
    if (at == null || nanos.getAsLong() - at.nanos < pace.grace().toNanos()) {
      return null;
    }
    return "since " + TIME_OF_DAY.format(at.since.atZone(clock.getZone()));
  }
}
