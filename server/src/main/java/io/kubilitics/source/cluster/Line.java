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
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator.SplittableGenerator;

/// The way to one cluster, whatever connection it takes just now. When a request fails, one small
/// question tells whether the server is away; while it is, only that question is asked again, with
/// pauses, and lists and watches wait for it, so that a hundred kinds do not all knock at the door.
/// A new access takes the place of the old one without anybody noticing but by a short
/// interruption.
///
/// Any number of threads may ask.
final class Line implements Connection {
  private final Connector connector;
  private final Gate gate;
  private final Prober prober;
  private final Object lock = new Object();

  /// Both: under the lock.
  private Way way;

  private boolean closed;

  private Line(
      String cluster,
      ClusterAccess access,
      Connector connector,
      ClusterPace pace,
      Clock clock,
      SplittableGenerator random,
      BiConsumer<LineState, String> listener) {
    this.connector = connector;
    way = new Way(access, connector);
    gate = new Gate(cluster, pace, clock, random.split());
    prober = new Prober(cluster, gate, this::way, pace, clock, random.split(), listener);
  }

  /// Begins to look whether the server is there.
  ///
  /// @param random split here; used by the caller alone afterwards
  /// @param listener told of every change, and from time to time in between, with the version of
  ///   the server or `""`; on the thread of the line, one at a time
  static Line open(
      String cluster,
      ClusterAccess access,
      Connector connector,
      ClusterPace pace,
      Clock clock,
      SplittableGenerator random,
      BiConsumer<LineState, String> listener) {
    Line line = new Line(cluster, access, connector, pace, clock, random, listener);
    line.prober.start();
    return line;
  }

  LineState state() {
    return gate.state();
  }

  /// The version of the server: `v1.36.3`; `""` before it has answered.
  String version() {
    return gate.version();
  }

  /// Whom it leads to, without what may be secret in an address.
  String where() {
    return way().where();
  }

  private Way way() {
    synchronized (lock) {
      return way;
    }
  }

  /// Goes on with another access: other credentials, another place.
  void reaccess(ClusterAccess next) {
    Way former;
    synchronized (lock) {
      if (closed || way.isOf(next)) {
        return;
      }
      former = way;
      way = new Way(next, connector);
      gate.renew();
    }
    former.close();
  }

  /// Waits until the server answers.
  ///
  /// @throws InterruptedException also when the line is closed
  void awaitOpen() throws InterruptedException {
    gate.awaitOpen();
  }

  /// Waits for the first answer, or for the first failure.
  ///
  /// @throws ProblemException when the server cannot be reached, does not answer within the time,
  ///   or refuses us
  void awaitFirstAnswer(Duration patience) throws InterruptedException {
    LineState state = gate.awaitAnswer(patience);
    if (state.isOpen()) {
      return;
    }
    if (state.phase() == Phase.REFUSED) {
      throw new ProblemException(new Problem.Forbidden(where(), state.message()));
    }
    String reason = state.message().isEmpty() ? "it does not answer" : state.message();
    throw new ProblemException(new Problem.Unreadable(where(), reason));
  }

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
    if (errand != Errand.USER) {
      gate.pass();
    }
    LineState state = gate.look();
    if (state.phase() == Phase.REFUSED && errand == Errand.USER) {
      throw new ProblemException(new Problem.Forbidden(where(), state.message()));
    }
    if (state.isDown()) {
      throw new IOException(state.message());
    }
    // The number first: of a way that comes in between nothing is noted, and it is looked at
    // anyway.
    int at = gate.number();
    try {
      Reply reply = way().connection().send(errand, ask);
      if (reply.status() == 401) {
        gate.suspect(at);
      } else {
        gate.contact(at);
      }
      return errand == Errand.WATCH ? new HeardReply(reply, () -> gate.heard(at)) : reply;
    } catch (IOException e) {
      gate.suspect(at);
      throw e;
    } catch (ProblemException e) {
      gate.suspect(at);
      throw new IOException(e.getMessage(), e);
    }
  }

  /// Ends the connection and the thread that looks after it.
  @Override
  public void close() {
    Way last;
    synchronized (lock) {
      closed = true;
      last = way;
    }
    gate.close();
    last.close();
    prober.close();
  }
}
