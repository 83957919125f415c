package io.kubilitics.testbed.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The states that something went through, in order, told by one thread. What another one may have
/// seen of them lies between [#told], asked before it looked, and [#begun], asked afterwards. Any
/// thread.
final class Tale<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<T> states = new ArrayList<>();
  private int begun;

  Tale(T first) {
    states.add(first);
  }

  /// Makes the next state, and asks for it.
  void tell(Runnable making, Supplier<T> state) {
    synchronized (this) {
      begun++;
    }
    making.run();
    T made = state.get();
    synchronized (this) {
      states.add(made);
      notifyAll();
    }
  }

  synchronized int told() {
    return states.size() - 1;
  }

  synchronized int begun() {
    return begun;
  }

  /// A state that has begun; waits until it is told.
  synchronized T at(int number) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (states.size() <= number) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never told: " + number);
      }
      try {
        wait(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return states.get(number);
  }
}
