package io.kubilitics.source.demo;

import java.time.Duration;

/// How the world's time passes for those who watch. One thread.
@FunctionalInterface
interface Pace {
  /// Returns when so much time has passed since the last call.
  void pass(Duration time) throws InterruptedException;

  /// As on the wall, from now on. What was missed while the watcher held the world up, or the
  /// machine slept, is not made up for.
  static Pace real() {
    return new Pace() {
      private long due = System.nanoTime();

      @Override
      public void pass(Duration time) throws InterruptedException {
        long now = System.nanoTime();
        due += time.toNanos();
        if (due <= now) {
          due = now;
          return;
        }
        Thread.sleep(Duration.ofNanos(due - now));
      }
    };
  }
}
