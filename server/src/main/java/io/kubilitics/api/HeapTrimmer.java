package io.kubilitics.api;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Gives memory back that a burst has left behind: reading a cluster or sending a large map fills
/// the heap with what nobody needs any more, and the collector of the desktop, which collects only
/// when it needs room, would keep it for as long as nothing happens.
///
/// Only where `-Dkubilitics.trimsHeap=true` asks for it, which the desktop's options do: a
/// collection stops everything for a moment that is short with a small heap alone.
final class HeapTrimmer implements AutoCloseable {
  private static final String PROPERTY = "kubilitics.trimsHeap";
  private static final Duration ROUND = Duration.ofSeconds(15);

  /// What is not worth a collection, in bytes: what the young generation holds.
  private static final long LITTLE = 8L << 20;

  private final LongSupplier used;
  private final Runnable collection;
  private final Thread thread;
  private volatile boolean closed;

  /// What was in use right after the last collection, in bytes. Of the thread that looks.
  private long kept;

  /// @param used bytes in use
  /// @param collection frees what nobody needs
  HeapTrimmer(LongSupplier used, Runnable collection) {
    this.used = used;
    this.collection = collection;
    this.thread = Thread.ofPlatform().daemon().name("heap-trimmer").unstarted(this::run);
  }

  /// Begins to look every 15 seconds, when it is asked for.
  static HeapTrimmer begin() {
    Runtime runtime = Runtime.getRuntime();
    HeapTrimmer trimmer =
        new HeapTrimmer(() -> runtime.totalMemory() - runtime.freeMemory(), runtime::gc);
    if (Boolean.getBoolean(PROPERTY)) {
      trimmer.thread.start();
    }
    return trimmer;
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(this, ROUND.toNanos());
      look();
    }
  }

  /// Collects when a quarter more is in use than after the last collection, and not little.
  void look() {
    long extra = used.getAsLong() - kept;
    if (extra > Math.max(LITTLE, kept / 4)) {
      collection.run();
      kept = used.getAsLong();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
