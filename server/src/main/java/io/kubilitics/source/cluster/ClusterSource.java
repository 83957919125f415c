package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The objects of a live cluster: every kind that its API server serves and lets the user list.
/// Nothing is contacted before [#open].
///
/// It tells itself how well each kind is known. A kind that may not be read is told to be
/// forbidden; that is no failure.
public final class ClusterSource implements ResourceSource {
  private final boolean isAlive;
  private final Catalogue catalogue;
  private final Connector connector;
  private final Tempo tempo;
  private final AccessWarnings warnings;
  private final String cluster;
  private final Object lock = new Object();

  /// Used by the thread of the line.
  private boolean wasDown;

  /// All below: under the lock.
  private ClusterAccess access;

  private @Nullable Line line;
  private @Nullable Voice voice;
  private @Nullable ClusterReading reading;
  private boolean closed;

  ClusterSource(
      boolean isAlive,
      ClusterAccess access,
      Catalogue catalogue,
      Connector connector,
      Tempo tempo) {
    this.isAlive = isAlive;
    this.access = access;
    this.catalogue = catalogue;
    this.connector = connector;
    this.tempo = tempo;
    cluster = access.context();
    warnings = new AccessWarnings(access);
  }

  /// The cluster as it is now, for a command: [#open] lists every kind once and returns. It throws
  /// `Unreadable` or `Forbidden` within about ten seconds when the server cannot be reached,
  /// refuses us, or lets us read nothing at all, and `Unreadable` when no kind could be read; where
  /// a credential plugin signs in, it waits up to two minutes longer for the first answer.
  ///
  /// @param catalogue of this cluster alone: it learns the kinds that are served
  public static ClusterSource still(
      ClusterAccess access, Catalogue catalogue, Connector connector) {
    return new ClusterSource(false, access, catalogue, connector, Tempo.usual());
  }

  /// The cluster as it is and becomes: [#open] returns when everything is in, or it is said why
  /// not, and changes go on until [#close]. A server that cannot be reached is tried again without
  /// end; [SourceListener#condition] tells how that goes.
  ///
  /// @param catalogue of this cluster alone: it learns the kinds that are served
  public static ClusterSource alive(
      ClusterAccess access, Catalogue catalogue, Connector connector) {
    return new ClusterSource(true, access, catalogue, connector, Tempo.usual());
  }

  @Override
  public boolean tellsKnowledge() {
    return true;
  }

  @Override
  public void open(SourceListener listener) {
    // Half of it: what comes as regularly as it is told must not miss every other time.
    Voice told = new Voice(cluster, listener, tempo.cluster().contact().dividedBy(2));
    Line way;
    ClusterReading begun;
    Duration patience;
    synchronized (lock) {
      if (closed) {
        return;
      }
      told.warnings(warnings.texts());
      patience = tempo.cluster().patience(access);
      way =
          Line.open(
              cluster,
              access,
              connector,
              tempo.cluster(),
              tempo.clock(),
              tempo.random(),
              this::lineChanged);
      begun = new ClusterReading(cluster, isAlive, way, told, catalogue, tempo, place(access));
      voice = told;
      line = way;
      reading = begun;
    }
    told.others(Knowledge.SYNCING);
    try {
      if (isAlive) {
        begun.beginSoon();
        begun.awaitOpened();
      } else {
        readOnce(way, begun, patience);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOnce(Line way, ClusterReading begun, Duration patience)
      throws InterruptedException {
    try {
      way.awaitFirstAnswer(patience);
      begun.begin();
      begun.awaitOpened();
      if (isClosed()) {
        return;
      }
      if (way.state().isDown()) {
        throw new ProblemException(new Problem.Unreadable(way.where(), way.state().message()));
      }
      if (begun.isAllForbidden()) {
        throw new ProblemException(new Problem.Forbidden(way.where(), ReadingPlan.NOTHING));
      }
      Optional<String> nothing = begun.whyNothing();
      if (nothing.isPresent()) {
        throw new ProblemException(new Problem.Unreadable(way.where(), nothing.get()));
      }
    } finally {
      begun.close();
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  private static ClusterReading.Place place(ClusterAccess access) {
    String host = access.server().getHost();
    return new ClusterReading.Place(access.context(), host == null ? "" : host, access.namespace());
  }

  /// On the thread of the line.
  private void lineChanged(LineState state, String version) {
    Voice told;
    ClusterReading read;
    synchronized (lock) {
      told = voice;
      read = reading;
    }
    if (read != null && isAlive && state.isOpen() && wasDown) {
      read.serverIsBack();
    }
    wasDown = state.isDown();
    if (told != null) {
      told.line(state, version);
    }
  }

  /// The kubeconfig was read again: goes on with other credentials, or at another address. What is
  /// known stays until it is read there.
  public void reaccess(ClusterAccess next) {
    Line way;
    ClusterReading read;
    boolean isElsewhere;
    synchronized (lock) {
      if (closed) {
        return;
      }
      isElsewhere = !access.isSameServer(next);
      access = next;
      warnings.of(next);
      way = line;
      read = reading;
    }
    tellWarnings();
    if (way != null && read != null) {
      way.reaccess(next);
      read.moved(place(next), isElsewhere);
    }
  }

  /// The context has gone from the kubeconfig. The cluster goes on being read with what was last
  /// known of it.
  public void contextGone() {
    warnings.contextGone();
    tellWarnings();
  }

  private void tellWarnings() {
    Voice told;
    synchronized (lock) {
      told = voice;
    }
    if (told != null) {
      told.warnings(warnings.texts());
    }
  }

  @Override
  public Optional<Body> body(ResourceId id) {
    ClusterReading read;
    Line way;
    synchronized (lock) {
      read = reading;
      way = line;
    }
    if (read == null || way == null) {
      throw new ProblemException(new Problem.Unreadable(id.toString(), "the cluster is not open"));
    }
    ServedKind served = read.path(id.kind());
    return served == null ? Optional.empty() : new BodyAtServer(way, catalogue).read(id, served);
  }

  @Override
  public void wanted(Kind kind) {
    ClusterReading read;
    synchronized (lock) {
      read = reading;
    }
    if (read != null) {
      read.wanted(kind);
    }
  }

  @Override
  public void close() {
    Voice told;
    ClusterReading read;
    Line way;
    synchronized (lock) {
      closed = true;
      told = voice;
      read = reading;
      way = line;
    }
    if (told != null) {
      told.close();
    }
    if (way != null) {
      way.close();
    }
    if (read != null) {
      read.close();
    }
  }

  @Override
  public String toString() {
    return "context " + cluster;
  }
}
