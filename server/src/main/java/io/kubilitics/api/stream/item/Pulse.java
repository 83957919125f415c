package io.kubilitics.api.stream.item;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Calls again and again, until it is closed, on a thread of its own.
public final class Pulse implements AutoCloseable {
  private final Thread thread;
  private volatile boolean closed;

  private Pulse(String name, Duration every, Runnable called) {
    thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(() -> {
              while (!closed) {
                LockSupport.parkNanos(every.toNanos());
                if (!closed) {
                  called.run();
                }
              }
            });
  }

  /// Begins to call after the first pause.
  ///
  /// @param name of the thread, with the cluster in it
  /// @param called must not block
  public static Pulse start(String name, Duration every, Runnable called) {
    Pulse pulse = new Pulse(name, every, called);
    pulse.thread.start();
    return pulse;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
