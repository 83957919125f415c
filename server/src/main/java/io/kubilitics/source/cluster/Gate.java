package io.kubilitics.source.cluster;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What is known of the way to a server, and where requests wait while the server is away. When it
/// is back they start one after the other.
///
/// The access may change, and what a former one led to says nothing of the next: so each has a
/// number, and what somebody found out with a former number is passed over. Any thread.
final class Gate implements AutoCloseable {
  private final String cluster;
  private final ClusterPace pace;
  private final Clock clock;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// Changed under the lock.
  private final AtomicInteger number = new AtomicInteger();

  /// When a watch last brought something.
  private volatile @Nullable Instant heard;

  /// All below: under the lock.
  private LineState state = LineState.CONNECTING;

  private String version = "";
  private boolean isSuspected = true;

  /// Whether the server has answered somebody since it was last asked whether it is there.
  private boolean isAnswering;

  private boolean closed;

  /// @param cluster its name, for messages
  /// @param random for this alone
  Gate(String cluster, ClusterPace pace, Clock clock, RandomGenerator random) {
    this.cluster = cluster;
    this.pace = pace;
    this.clock = clock;
    this.random = random;
  }

  LineState state() {
    lock.lock();
    try {
      return state.heard(heard);
    } finally {
      lock.unlock();
    }
  }

  /// The version of the server: `v1.36.3`; `""` before it has answered.
  String version() {
    lock.lock();
    try {
      return version;
    } finally {
      lock.unlock();
    }
  }

  /// That of the present access.
  int number() {
    return number.get();
  }

  /// There is another access.
  void renew() {
    lock.lock();
    try {
      number.incrementAndGet();
      isSuspected = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the server answers.
  ///
  /// @throws InterruptedException also when it is closed
  void awaitOpen() throws InterruptedException {
    lock.lock();
    try {
      while (!state.isOpen()) {
        interruptIfClosed();
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the first answer, or for the first failure.
  ///
  /// @return how it is then; neither open nor down when the time is over
  /// @throws InterruptedException also when it is closed
  LineState awaitAnswer(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!state.isOpen() && !state.isDown() && left > 0) {
        interruptIfClosed();
        left = changed.awaitNanos(left);
      }
      interruptIfClosed();
      return state;
    } finally {
      lock.unlock();
    }
  }

  /// Waits while the server is away, then so long that not all who waited start at once.
  ///
  /// @throws IOException when it stays away
  void pass() throws IOException, InterruptedException {
    long spread;
    lock.lock();
    try {
      if (!state.isDown()) {
        return;
      }
      long left = pace.gate().toNanos();
      while (state.isDown()) {
        throwIfClosed();
        if (left <= 0) {
          throw new IOException(state.message());
        }
        left = changed.awaitNanos(left);
      }
      spread = random.nextLong(pace.spread().toNanos() + 1);
    } finally {
      lock.unlock();
    }
    TimeUnit.NANOSECONDS.sleep(spread);
  }

  /// How it is before a request is sent.
  ///
  /// @throws IOException when it is closed
  LineState look() throws IOException {
    lock.lock();
    try {
      throwIfClosed();
      return state;
    } finally {
      lock.unlock();
    }
  }

  private void throwIfClosed() throws IOException {
    if (closed) {
      throw new IOException("cluster " + cluster + " is closed");
    }
  }

  private void interruptIfClosed() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("cluster " + cluster + " is closed");
    }
  }

  /// The server has answered. It may be a request that was sent before the way was found to be
  /// closed.
  void contact(int at) {
    lock.lock();
    try {
      if (at != number.get()) {
        return;
      }
      if (state.isOpen()) {
        state = new LineState(state.phase(), state.message(), clock.instant(), null);
        return;
      }
      isAnswering = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A watch has brought something. Costs little: it may be called for each piece.
  void heard(int at) {
    if (at == number.get()) {
      heard = clock.instant();
    }
  }

  /// A request has failed: the server may be away.
  void suspect(int at) {
    lock.lock();
    try {
      if (at == number.get() && !isSuspected) {
        isSuspected = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until somebody suspects the server to be away; takes the suspicion.
  ///
  /// @return the number of the access that is suspected; empty when nobody did within the time
  /// @throws InterruptedException also when it is closed
  OptionalInt awaitSuspicion(Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (!isSuspected && left > 0) {
        left = changed.awaitNanos(left);
      }
      interruptIfClosed();
      if (!isSuspected) {
        return OptionalInt.empty();
      }
      isSuspected = false;
      isAnswering = false;
      return OptionalInt.of(number.get());
    } finally {
      lock.unlock();
    }
  }

  /// What was found, as it is told before it counts.
  ///
  /// @param pause until the next attempt, when the server is not there
  /// @return null when the access has changed meanwhile
  @Nullable LineState weigh(Probe probe, Duration pause, int at) {
    LineState found = probe.found();
    lock.lock();
    try {
      if (at != number.get() || closed) {
        return null;
      }
      if (!probe.version().isEmpty()) {
        version = probe.version();
      }
      Instant last = state.heard(heard).lastContact();
      return found.isOpen()
          ? found
          : new LineState(found.phase(), found.message(), last, clock.instant().plus(pause));
    } finally {
      lock.unlock();
    }
  }

  /// Lets it count: who waits goes on.
  ///
  /// @return whether it does; not when the access has changed meanwhile
  boolean enter(LineState next, int at) {
    lock.lock();
    try {
      if (at != number.get() || closed) {
        return false;
      }
      state = next;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Waits before the next attempt.
  ///
  /// @return whether that is due before the time is over: there is a new access, or the server has
  ///   answered somebody else
  boolean isAttemptDueWithin(Duration pause, int at) throws InterruptedException {
    long left = pause.toNanos();
    lock.lock();
    try {
      while (left > 0 && at == number.get() && !isAnswering) {
        left = changed.awaitNanos(left);
      }
      return at != number.get() || isAnswering;
    } finally {
      lock.unlock();
    }
  }

  /// The next attempt is due.
  ///
  /// @return whether there is a new access since that number
  boolean suspectAgain(int at) {
    lock.lock();
    try {
      isSuspected = true;
      return at != number.get();
    } finally {
      lock.unlock();
    }
  }

  /// Everybody who waits is told.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      isSuspected = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
