package io.kubilitics.source.cluster;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to one cluster, whatever connection it takes just now. When a request fails, one small
/// question tells whether the server is away; while it is, only that question is asked again, with
/// pauses, and lists and watches wait for it, so that a hundred kinds do not all knock at the door.
/// When the server is back they start one after the other. A new access takes the place of the old
/// one without anybody noticing but by a short interruption.
///
/// Any number of threads may ask. One thread of its own asks whether the server is there.
final class Line implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private static final Duration END = Duration.ofSeconds(5);

  private final String cluster;
  private final Connector connector;
  private final ClusterPace pace;
  private final Clock clock;
  private final RandomGenerator random;
  private final BiConsumer<LineState, String> listener;
  private final Thread prober;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// All below: under the lock.
  private ClusterAccess access;

  private @Nullable Connection connection;
  private LineState state = LineState.CONNECTING;
  private String version = "";
  private boolean isSuspected = true;

  /// Whether the server has answered somebody since it was last asked whether it is there.
  private boolean isHeard;

  private boolean closed;

  /// How many times the access has changed: what a former one led to says nothing of this one.
  private int generation;

  private Line(
      String cluster,
      ClusterAccess access,
      Connector connector,
      ClusterPace pace,
      Clock clock,
      RandomGenerator random,
      BiConsumer<LineState, String> listener) {
    this.cluster = cluster;
    this.access = access;
    this.connector = connector;
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.listener = listener;
    prober = Thread.ofVirtual().name("line-" + cluster).unstarted(this::probeForever);
  }

  /// Begins to look whether the server is there.
  ///
  /// @param listener told of every change, with the version of the server or `""`, on the thread of
  ///   the line, one at a time
  static Line open(
      String cluster,
      ClusterAccess access,
      Connector connector,
      ClusterPace pace,
      Clock clock,
      RandomGenerator random,
      BiConsumer<LineState, String> listener) {
    Line line = new Line(cluster, access, connector, pace, clock, random, listener);
    line.prober.start();
    return line;
  }

  LineState state() {
    lock.lock();
    try {
      return state;
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

  /// Goes on with another access: other credentials, another place.
  void reaccess(ClusterAccess next) {
    Connection former;
    lock.lock();
    try {
      if (closed || next.equals(access)) {
        return;
      }
      access = next;
      former = connection;
      connection = null;
      generation++;
      isSuspected = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (former != null) {
      former.close();
    }
  }

  /// Waits until the server answers.
  ///
  /// @throws InterruptedException also when the line is closed
  void awaitOpen() throws InterruptedException {
    lock.lock();
    try {
      while (!state.isOpen()) {
        if (closed) {
          throw new InterruptedException("cluster " + cluster + " is closed");
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the first answer, or for the first failure.
  ///
  /// @throws ProblemException when the server cannot be reached, does not answer within the time,
  ///   or refuses us
  void awaitFirstAnswer(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!state.isOpen()) {
        if (closed) {
          throw new InterruptedException("cluster " + cluster + " is closed");
        }
        if (state.phase() == Phase.REFUSED) {
          throw new ProblemException(new Problem.Forbidden(where(), state.message()));
        }
        if (left <= 0 || state.isDown()) {
          String reason = state.message().isEmpty() ? "it does not answer" : state.message();
          throw new ProblemException(new Problem.Unreadable(where(), reason));
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whom it leads to, without what may be secret in an address.
  String where() {
    lock.lock();
    try {
      return "context " + access.context() + " (" + access.server().getHost() + ")";
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
    if (errand != Errand.USER) {
      passGate();
    }
    Connection way;
    int at;
    lock.lock();
    try {
      throwIfClosed();
      if (state.phase() == Phase.REFUSED && errand == Errand.USER) {
        throw new ProblemException(new Problem.Forbidden(where(), state.message()));
      }
      if (state.isDown()) {
        throw new IOException(state.message());
      }
      way = connected();
      at = generation;
    } finally {
      lock.unlock();
    }
    try {
      Reply reply = way.send(errand, ask);
      if (reply.status() == 401) {
        suspect(at);
      } else {
        contact(at);
      }
      return reply;
    } catch (IOException e) {
      suspect(at);
      throw e;
    } catch (ProblemException e) {
      suspect(at);
      throw new IOException(e.getMessage(), e);
    }
  }

  /// Waits while the server is away, then so long that not all who waited start at once.
  private void passGate() throws IOException, InterruptedException {
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

  private void throwIfClosed() throws IOException {
    if (closed) {
      throw new IOException("cluster " + cluster + " is closed");
    }
  }

  /// The connection of the present access. Under the lock; contacts nobody.
  private Connection connected() throws IOException {
    if (connection == null) {
      try {
        connection = connector.connect(access);
      } catch (ProblemException e) {
        isSuspected = true;
        changed.signalAll();
        throw new IOException(e.getMessage(), e);
      }
    }
    return connection;
  }

  /// A request that was sent before the way was found to be closed may be answered all the same.
  private void contact(int at) {
    lock.lock();
    try {
      if (at != generation) {
        return;
      }
      if (state.isOpen()) {
        state = new LineState(state.phase(), state.message(), clock.instant(), null);
        return;
      }
      isHeard = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void suspect(int at) {
    lock.lock();
    try {
      if (at == generation && !isSuspected) {
        isSuspected = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void probeForever() {
    int failures = 0;
    try {
      while (true) {
        int at = awaitSuspicion();
        Probe probe = safeProbe();
        LineState found = probe.found();
        failures = found.isOpen() ? 0 : failures + 1;
        Duration pause = found.isOpen() ? Duration.ZERO : pause(found, failures);
        if (!enter(probe, pause, at)) {
          failures = 0;
          continue;
        }
        if (!found.isOpen() && pauseUnlessChanged(pause, at)) {
          failures = 0;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int awaitSuspicion() throws InterruptedException {
    lock.lock();
    try {
      while (!isSuspected) {
        changed.await();
      }
      if (closed) {
        throw new InterruptedException("cluster " + cluster + " is closed");
      }
      isSuspected = false;
      isHeard = false;
      return generation;
    } finally {
      lock.unlock();
    }
  }

  /// Asks the server for its version.
  private Probe probe() throws InterruptedException {
    Connection way;
    lock.lock();
    try {
      throwIfClosed();
      way = connected();
    } catch (IOException e) {
      return Probe.failed(e);
    } finally {
      lock.unlock();
    }
    return Probe.of(way, clock);
  }

  /// A bug must not end the only thread that sees the server come back.
  private Probe safeProbe() throws InterruptedException {
    try {
      return probe();
    } catch (RuntimeException bug) {
      LOG.error("{}: the server could not be asked", cluster, bug);
      return Probe.failed(new IOException("internal error, see the log"));
    }
  }

  private void tell(LineState told, String versionNow) {
    try {
      listener.accept(told, versionNow);
    } catch (RuntimeException bug) {
      LOG.error("{}: that the way is {} was not taken in", cluster, told.phase(), bug);
    }
  }

  private Duration pause(LineState found, int failures) {
    if (found.phase() == Phase.REFUSED) {
      return pace.refusedRetry();
    }
    long longest =
        Math.min(
            pace.lastRetry().toNanos(), pace.firstRetry().toNanos() << Math.min(failures - 1, 20));
    return Duration.ofNanos(random.nextLong(longest) + 1);
  }

  /// Takes over what was found, unless the access has changed meanwhile. It is told first, so that
  /// nothing is read over a line of which nobody knows yet that it is open.
  private boolean enter(Probe probe, Duration pause, int at) {
    LineState found = probe.found();
    LineState told;
    String versionNow;
    lock.lock();
    try {
      if (at != generation || closed) {
        return false;
      }
      LineState before = state;
      told =
          found.isOpen()
              ? found
              : new LineState(
                  found.phase(),
                  found.message(),
                  before.lastContact(),
                  clock.instant().plus(pause));
      if (!probe.version().isEmpty()) {
        version = probe.version();
      }
      versionNow = version;
    } finally {
      lock.unlock();
    }
    tell(told, versionNow);
    lock.lock();
    try {
      if (at != generation || closed) {
        return false;
      }
      state = told;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Waits before the next attempt, no longer than until the server answers somebody else; true
  /// when there is a new access before that.
  private boolean pauseUnlessChanged(Duration pause, int at) throws InterruptedException {
    long left = pause.toNanos();
    lock.lock();
    try {
      while (left > 0 && at == generation && !isHeard) {
        left = changed.awaitNanos(left);
      }
      isSuspected = true;
      return at != generation;
    } finally {
      lock.unlock();
    }
  }

  /// Ends the connection and the thread. One that hears no interruption, because it waits for the
  /// answer to a question at the terminal, is left behind after a while; it tells nothing any more.
  @Override
  public void close() {
    Connection last;
    lock.lock();
    try {
      closed = true;
      isSuspected = true;
      last = connection;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    prober.interrupt();
    if (last != null) {
      last.close();
    }
    try {
      if (!prober.equals(Thread.currentThread()) && !prober.join(END)) {
        LOG.warn("{}: the thread of the line did not end in time", cluster);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
