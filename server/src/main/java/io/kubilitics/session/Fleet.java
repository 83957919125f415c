package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All sessions of a process by the name of their cluster. Sessions open in the background, each by
/// itself; one that fails leaves the others alone. Any thread may ask, open and close.
public final class Fleet implements AutoCloseable {
  /// How many clusters may be open at once.
  public static final int MOST = 64;

  private final Clock clock;

  /// In the order of opening.
  private final Map<ClusterId, Session> sessions = new LinkedHashMap<>();

  /// The names of those, and of one that is being read anew: it keeps its place.
  private final Set<ClusterId> order = new LinkedHashSet<>();

  /// Those whose names are taken until they are closed.
  private final Set<ClusterId> closing = new HashSet<>();

  private final List<Consumer<Session>> farewells = new CopyOnWriteArrayList<>();
  private long openings;
  private boolean closed;

  public Fleet(Clock clock) {
    this.clock = clock;
  }

  /// Begins to read a source under a name of its own.
  ///
  /// @param description what is opened, as the user would write it
  /// @param source closed with its session
  /// @param catalogue what the source reads with
  /// @throws ProblemException `Conflict` when the name is taken or [#MOST] are open; the source is
  ///   closed then
  public synchronized Session open(
      ClusterId cluster, String description, ResourceSource source, Catalogue catalogue) {
    String obstacle = obstacle(cluster);
    if (!obstacle.isEmpty()) {
      source.close();
      throw new ProblemException(new Problem.Conflict("cluster " + cluster, obstacle));
    }
    openings++;
    Session session = Session.open(cluster, description, source, catalogue, clock, openings);
    sessions.put(cluster, session);
    order.add(cluster);
    return session;
  }

  private String obstacle(ClusterId cluster) {
    if (closed) {
      return "the program is ending";
    }
    if (sessions.containsKey(cluster)) {
      return "is open already";
    }
    if (closing.contains(cluster)) {
      return "is just being closed; try again";
    }
    return sessions.size() + closing.size() < MOST
        ? ""
        : MOST + " clusters are open, and no more can be; close one first";
  }

  public synchronized Optional<Session> session(ClusterId cluster) {
    return Optional.ofNullable(sessions.get(cluster));
  }

  /// The one that was opened first, of those that are open; empty while it is being read anew, for
  /// no other one takes its place then.
  public synchronized Optional<Session> first() {
    return order.stream().findFirst().map(sessions::get);
  }

  /// Ordered by name.
  public synchronized List<Session> sessions() {
    return sessions.values().stream().sorted(Comparator.comparing(Session::cluster)).toList();
  }

  /// Tells a listener of every session that is closed alone, when nobody finds it any more and
  /// before it ends, on the thread that closes it.
  public void beforeClosing(Consumer<Session> listener) {
    farewells.add(listener);
  }

  /// Closes one cluster and waits until its threads have ended. Its name is free again afterwards.
  ///
  /// @return whether it was open
  public boolean close(ClusterId cluster) {
    return end(cluster, false);
  }

  /// Closes one cluster as [#close] does, to be opened again at once under the same name: among the
  /// others it keeps its place, until it is opened or closed.
  ///
  /// @return whether it was open
  public boolean closeToReopen(ClusterId cluster) {
    return end(cluster, true);
  }

  private boolean end(ClusterId cluster, boolean keepsPlace) {
    Session session;
    synchronized (this) {
      session = sessions.remove(cluster);
      if (!keepsPlace) {
        order.remove(cluster);
      }
      if (session == null) {
        return false;
      }
      closing.add(cluster);
    }
    try (session) {
      farewells.forEach(farewell -> farewell.accept(session));
    } finally {
      synchronized (this) {
        closing.remove(cluster);
      }
    }
    return true;
  }

  /// Closes what was opened last first. Nothing can be opened after it.
  @Override
  public void close() {
    List<Session> open;
    synchronized (this) {
      closed = true;
      open = new ArrayList<>(sessions.values());
      sessions.clear();
      order.clear();
    }
    open.reversed().forEach(Session::close);
  }
}
