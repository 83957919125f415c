package io.kubilitics.api;

import io.kubilitics.access.Caller;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Roster;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Atlas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What the server answers about, which comes after the server itself.
final class Attached {
  private final AtomicReference<@Nullable Served> served = new AtomicReference<>();

  private final AtomicReference<@Nullable Beginning> beginning = new AtomicReference<>();
  private final String streamEpoch = UUID.randomUUID().toString();

  /// Names this run of the server: revisions of two runs cannot be compared.
  String streamEpoch() {
    return streamEpoch;
  }

  /// Names one opening of a cluster in this run of the server: revisions of two openings cannot be
  /// compared.
  String streamEpoch(Session session) {
    return streamEpoch + "-" + session.opening();
  }

  void set(Served served) {
    this.served.set(served);
    beginning.set(new Beginning(served.fleet()::sessions, System::nanoTime));
  }

  /// Whether anything has been attached, and the server need not wait for it any longer.
  boolean isReady() {
    Beginning begun = beginning.get();
    return begun != null && begun.isOver();
  }

  /// The clusters by name; none while the program is still starting.
  List<Session> known() {
    Served attached = served.get();
    return attached == null ? List.of() : attached.fleet().sessions();
  }

  /// The clusters by name.
  ///
  /// @throws ProblemException while the program is still starting
  List<Session> sessions() {
    return served().fleet().sessions();
  }

  /// A cluster by name.
  ///
  /// @throws ProblemException when there is none, it is not open, or nothing is known of it yet
  Session session(String name, Caller caller) {
    return Optional.of(name)
        .filter(text -> !text.isBlank())
        .flatMap(text -> served().fleet().session(new ClusterId(text)))
        .orElseThrow(() -> new ProblemException(absence(name, caller)));
  }

  /// Why no cluster is open under a name. What could be opened is told to who may open it.
  Problem absence(String name, Caller caller) {
    Served attached = served.get();
    boolean isFound =
        attached != null
            && caller.mayWrite()
            && !name.isBlank()
            && attached.roster().find(new ClusterId(name)).isPresent();
    return isFound
        ? new Problem.NotOpen(
            "cluster " + name, "open it with PUT " + ClusterView.path(name) + " and the body {}")
        : new Problem.NotFound("cluster " + name);
  }

  /// The maps of the clusters.
  ///
  /// @throws ProblemException while the program is still starting
  Atlas atlas() {
    return served().atlas();
  }

  /// What is open, and what could be.
  ///
  /// @throws ProblemException while the program is still starting
  Roster roster() {
    return served().roster();
  }

  /// The cluster a viewer starts with.
  boolean isDefault(Session session) {
    return served().fleet().first().filter(session::equals).isPresent();
  }

  private Served served() {
    Served attached = served.get();
    if (attached == null) {
      throw new ProblemException(
          new Problem.Unreadable("clusters", "the server is still starting; try again"));
    }
    return attached;
  }
}
