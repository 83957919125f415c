package io.kubilitics.source.cluster;

import io.kubilitics.source.SourceCondition.Phase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a server whether it is there when that is doubted, and again with growing pauses until it
/// answers; while it is there, tells now and then when it was last heard of. On a thread of its
/// own, until it is closed.
final class Prober implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Prober.class);

  /// How often it is looked whether the files have changed that a server was asked with.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration END = Duration.ofSeconds(5);

  /// Doubling ends there at the latest.
  private static final int MOST_DOUBLINGS = 20;

  private final String cluster;
  private final Gate gate;
  private final Supplier<Way> way;
  private final ClusterPace pace;
  private final Clock clock;
  private final RandomGenerator random;
  private final BiConsumer<LineState, String> listener;
  private final Thread thread;

  /// The number of the access with which the server has told its version. Used by the thread, as
  /// what follows.
  private int toldVersion = -1;

  /// Since when it refuses to.
  private @Nullable Instant deniedSince;

  /// @param way that of the moment
  /// @param random for this alone
  /// @param listener told of every answer and every failure, and from time to time in between; on
  ///   the thread
  Prober(
      String cluster,
      Gate gate,
      Supplier<Way> way,
      ClusterPace pace,
      Clock clock,
      RandomGenerator random,
      BiConsumer<LineState, String> listener) {
    this.cluster = cluster;
    this.gate = gate;
    this.way = way;
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.listener = listener;
    thread = Thread.ofVirtual().name("line-" + cluster).unstarted(this::probeForever);
  }

  void start() {
    thread.start();
  }

  private void probeForever() {
    int failures = 0;
    try {
      while (true) {
        OptionalInt suspected = gate.awaitSuspicion(pace.contact());
        if (suspected.isEmpty()) {
          tell(gate.state());
          continue;
        }
        int at = suspected.getAsInt();
        NamedFiles files = way.get().files();
        Probe probe = doubted(safeProbe(), at);
        boolean isThere = probe.found().isOpen();
        failures = isThere ? 0 : failures + 1;
        Duration pause = isThere ? Duration.ZERO : pause(probe.found(), failures);
        boolean isTaken = enter(probe, pause, at);
        if (!isTaken || (!isThere && pauseUnlessRenewed(pause, at, files))) {
          failures = 0;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits before the next attempt, which is due sooner when the server answers somebody else or
  /// when it can be asked with something else: another access, or a file that has been replaced.
  ///
  /// @param files as they were before the last attempt
  /// @return whether there is a new access
  private boolean pauseUnlessRenewed(Duration pause, int at, NamedFiles files)
      throws InterruptedException {
    Duration left = pause;
    while (left.isPositive()) {
      Duration next = left.compareTo(LOOK) < 0 ? left : LOOK;
      if (gate.isAttemptDueWithin(next, at) || files.haveChanged()) {
        break;
      }
      left = left.minus(next);
    }
    return gate.suspectAgain(at);
  }

  /// That it is open is told first, so that nothing is read over a line of which nobody knows that;
  /// that it is not holds up at once who would send something.
  private boolean enter(Probe probe, Duration pause, int at) {
    LineState next = gate.weigh(probe, pause, at);
    if (next == null) {
      return false;
    }
    if (next.isOpen()) {
      tell(next);
      return gate.enter(next, at);
    }
    boolean isTaken = gate.enter(next, at);
    if (isTaken) {
      tell(next);
    }
    return isTaken;
  }

  /// A server that has just started refuses everything, even its version, until it has read who may
  /// do what. Kinds would be taken for forbidden then, and their objects for gone. Who refuses for
  /// long means it.
  private Probe doubted(Probe probe, int at) {
    if (!probe.version().isEmpty()) {
      toldVersion = at;
    }
    if (!probe.isDenied() || toldVersion != at) {
      deniedSince = null;
      return probe;
    }
    Instant now = clock.instant();
    Instant since = deniedSince == null ? now : deniedSince;
    deniedSince = since;
    return now.isAfter(since.plus(pace.gate())) ? probe : Probe.starting();
  }

  /// A bug must not end the only thread that sees the server come back.
  private Probe safeProbe() throws InterruptedException {
    try {
      return Probe.of(way.get(), clock);
    } catch (RuntimeException bug) {
      LOG.error("{}: the server could not be asked", cluster, bug);
      return Probe.failed(new IOException("internal error, see the log"));
    }
  }

  private Duration pause(LineState found, int failures) {
    if (found.phase() == Phase.REFUSED) {
      return pace.refusedRetry();
    }
    long doubled = pace.firstRetry().toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
    long longest = Math.min(pace.lastRetry().toNanos(), doubled);
    return Duration.ofNanos(random.nextLong(longest) + 1);
  }

  private void tell(LineState told) {
    try {
      listener.accept(told, gate.version());
    } catch (RuntimeException bug) {
      LOG.error("{}: that the way is {} was not taken in", cluster, told.phase(), bug);
    }
  }

  /// Ends the thread. One that hears no interruption, because it waits for the answer to a question
  /// at the terminal, is left behind after a while; it tells nothing any more.
  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.equals(Thread.currentThread()) && !thread.join(END)) {
        LOG.warn("{}: the thread of the line did not end in time", cluster);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
