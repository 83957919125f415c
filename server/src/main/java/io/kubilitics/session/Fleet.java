package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All sessions of a process by the name of their cluster. Sessions open in the background, each by
/// itself; one that fails leaves the others alone. Any thread may ask, open and close.
public final class Fleet implements AutoCloseable {
  private final Clock clock;

  /// In the order of opening.
  private final Map<ClusterId, Session> sessions = new LinkedHashMap<>();

  private boolean closed;

  public Fleet(Clock clock) {
    this.clock = clock;
  }

  /// Begins to read a source under a name of its own.
  ///
  /// @param description what is opened, as the user would write it
  /// @param source closed with its session
  /// @param catalogue what the source reads with
  /// @throws ProblemException `Conflict` when the name is taken; the source is closed then
  public synchronized Session open(
      ClusterId cluster, String description, ResourceSource source, Catalogue catalogue) {
    if (closed || sessions.containsKey(cluster)) {
      source.close();
      throw new ProblemException(
          new Problem.Conflict(
              "cluster " + cluster, closed ? "the program is ending" : "is open already"));
    }
    Session session = Session.open(cluster, description, source, catalogue, clock);
    sessions.put(cluster, session);
    return session;
  }

  public synchronized Optional<Session> session(ClusterId cluster) {
    return Optional.ofNullable(sessions.get(cluster));
  }

  /// The one that was opened first, of those that are open.
  public synchronized Optional<Session> first() {
    return sessions.values().stream().findFirst();
  }

  /// Ordered by name.
  public synchronized List<Session> sessions() {
    return sessions.values().stream().sorted(Comparator.comparing(Session::cluster)).toList();
  }

  /// Closes what was opened last first. Nothing can be opened after it.
  @Override
  public void close() {
    List<Session> open;
    synchronized (this) {
      closed = true;
      open = new ArrayList<>(sessions.values());
      sessions.clear();
    }
    open.reversed().forEach(Session::close);
  }
}
