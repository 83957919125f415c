package io.kubilitics.source.cluster.feed;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// How many lists of one cluster may be in flight at once; who asked first goes first.
public final class ListSlots {
  private final Semaphore free;

  ListSlots(int most) {
    free = new Semaphore(most, true);
  }

  /// Waits for a place.
  public Slot take() throws InterruptedException {
    free.acquire();
    return new Slot();
  }

  /// A place among the lists in flight. Given back once, however often it is closed.
  public final class Slot implements AutoCloseable {
    private final AtomicBoolean given = new AtomicBoolean();

    @Override
    public void close() {
      if (given.compareAndSet(false, true)) {
        free.release();
      }
    }
  }
}
