package io.kubilitics.topology;

import io.kubilitics.model.Change;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.store.IdIndex;
import io.kubilitics.store.SortedLongs;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns facts into edges, one changed object at a time: its own facts are resolved through the
/// indexes, and every fact of others that could mean it is tested against it alone. Work is
/// proportional to the edges that change. Any order and any batching of the same changes gives the
/// same topology.
///
/// [#apply] is called by one thread at a time; [#current] by anyone.
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Relations relations;
  private final Graph graph;
  private final KindStates kindStates = new KindStates();
  private final Namespaces namespaces = new Namespaces();
  private final Grants grants;
  private final Fallbacks fallbacks;
  private final References references;
  private final Selections selections;
  private final Told told;
  private final Diagnosis diagnosis;
  private final List<TopologyListener> listeners = new CopyOnWriteArrayList<>();
  private volatile Revision current = Revision.EMPTY;

  /// What was touched since the present revision; other than empty only after a batch that failed.
  private Touched touched = new Touched();

  /// Whether a batch has failed since then.
  private boolean isBroken;

  /// An engine that believes what objects say of their health.
  public Engine(RelationTypes relationTypes) {
    this(relationTypes, List.of());
  }

  /// @param healthRules at most one for a kind
  public Engine(RelationTypes relationTypes, List<? extends DerivedHealth> healthRules) {
    relations = new Relations(relationTypes);
    graph = new Graph(relations, kindStates);
    grants = new Grants(graph, namespaces, kindStates);
    fallbacks = new Fallbacks(graph);
    references = new References(graph, relations, grants, fallbacks, kindStates);
    selections = new Selections(graph, relations, namespaces);
    told = new Told(graph);
    diagnosis = new Diagnosis(graph, relations, List.copyOf(healthRules));
    graph.tell(diagnosis);
  }

  /// The latest revision.
  public Topology current() {
    return current;
  }

  /// Tells a listener of the present state, then of every revision. Calls never overlap.
  public synchronized void listen(TopologyListener listener) {
    Revision now = current;
    if (now.revision() > 0) {
      listener.onChange(now, Difference.fromEmpty(now));
    }
    listeners.add(listener);
  }

  /// Tells a listener of every revision from now on. Calls never overlap.
  ///
  /// @return the revision before the first one the listener is told of
  public synchronized Topology follow(TopologyListener listener) {
    listeners.add(listener);
    return current;
  }

  /// Tells a listener no more. A call that is under way may still come.
  public void forget(TopologyListener listener) {
    listeners.remove(listener);
  }

  /// Applies changes in order and publishes them as one revision; none when nothing differs after
  /// them but in what does not count.
  ///
  /// When it throws, nothing is published; what was applied until then comes with the next
  /// revision.
  public synchronized void apply(List<Change> changes) {
    boolean isWatched = !listeners.isEmpty();
    boolean wasBroken = isBroken;
    graph.record(isWatched || wasBroken ? touched : null);
    boolean changed = wasBroken;
    isBroken = true;
    try {
      for (Change change : changes) {
        changed |= apply(change);
      }
      if (changed) {
        diagnosis.judge();
        publish();
      }
      touched = new Touched();
      isBroken = false;
    } finally {
      if (isBroken && !isWatched && !wasBroken) {
        touched.everything();
      }
    }
  }

  private boolean apply(Change change) {
    return switch (change) {
      case Change.Put(Resource resource) -> put(resource);
      case Change.Gone(ResourceId id) -> gone(id);
      case Change.Known(KindState state) -> known(state);
      case Change.Now(Instant instant) -> diagnosis.advance(instant);
    };
  }

  private void publish() {
    Revision before = current;
    Revision now =
        new Revision(
            before.revision() + 1, graph.freeze(), kindStates.freeze(), kindStates.others());
    current = now;
    if (listeners.isEmpty()) {
      return;
    }
    TopologyDelta delta = Difference.between(before, now, touched);
    for (TopologyListener listener : listeners) {
      tell(listener, now, delta);
    }
  }

  /// A listener's bug is its own: the others are told all the same.
  private static void tell(TopologyListener listener, Topology now, TopologyDelta delta) {
    try {
      listener.onChange(now, delta);
    } catch (RuntimeException bug) {
      LOG.error("a listener failed at revision {}", delta.toRevision(), bug);
    }
  }

  private boolean put(Resource resource) {
    if (!isUsable(resource)) {
      LOG.warn("{} is left out: a reserved kind, an unknown relation or too many facts", resource);
      return gone(resource.id());
    }
    int handle = graph.handle(resource.id());
    Resource before = graph.resource(handle);
    if (resource.equals(before)) {
      return false;
    }
    if (resource.kind().equals(Namespaces.KIND)) {
      selections.assume(resource.id().name(), false);
    }
    if (before == null) {
      namespaces.enter(resource.id().namespace());
      assume(resource.id().namespace());
    }
    retract(handle, before, resource);
    graph.set(handle, diagnosis.present(resource));
    diagnosis.objectChanged(handle, before, resource);
    state(handle, before, resource);
    arrived(handle, before, resource);
    return true;
  }

  /// What the tables cannot hold is found before they are touched.
  private boolean isUsable(Resource resource) {
    if (Synthetic.Type.of(resource.kind()) != null || resource.factCount() > Link.MOST_FACTS) {
      return false;
    }
    for (int index = 0; index < resource.factCount(); index++) {
      if (resource.fact(index) instanceof Fact.Related related
          && !relations.knows(related.relation())) {
        return false;
      }
    }
    return true;
  }

  private boolean gone(ResourceId id) {
    int handle = graph.find(id);
    Resource before = handle == IdIndex.NOT_FOUND ? null : graph.resource(handle);
    if (before == null) {
      return false;
    }
    retract(handle, before, null);
    graph.set(handle, new Node.Ghost(id, kindStates.provesAbsence(id.kind(), id.namespace())));
    diagnosis.objectChanged(handle, before, null);
    arrived(handle, before, null);
    namespaces.leave(id.namespace());
    assume(id.kind().equals(Namespaces.KIND) ? id.name() : id.namespace());
    return true;
  }

  /// A namespace of which only objects are known can be selected all the same.
  private void assume(String namespace) {
    if (namespace.isEmpty()) {
      return;
    }
    int handle = graph.find(ResourceId.clusterScoped(Namespaces.KIND, namespace));
    boolean isThere = handle != IdIndex.NOT_FOUND && graph.resource(handle) != null;
    selections.assume(namespace, namespaces.knows(namespace) && !isThere);
  }

  /// Takes back the facts that the object no longer states, while the old one is still in place.
  private void retract(int handle, @Nullable Resource before, @Nullable Resource now) {
    if (before == null) {
      return;
    }
    for (int index = 0; index < before.factCount(); index++) {
      Fact fact = before.fact(index);
      if (!states(now, index, fact)) {
        remove(FactRef.of(handle, index), fact);
      }
    }
  }

  /// Adds the facts that the object did not state before.
  private void state(int handle, @Nullable Resource before, Resource now) {
    for (int index = 0; index < now.factCount(); index++) {
      Fact fact = now.fact(index);
      if (!states(before, index, fact)) {
        add(FactRef.of(handle, index), fact);
      }
    }
  }

  private static boolean states(@Nullable Resource resource, int index, Fact fact) {
    return resource != null && index < resource.factCount() && resource.fact(index).equals(fact);
  }

  private void add(long ref, Fact fact) {
    if (relations.isOnDemand(fact)) {
      return; // kept in the object until somebody asks, see OnDemand
    }
    switch (fact) {
      case Fact.Names names -> references.add(ref, names);
      case Fact.OwnedBy owned -> references.add(ref, owned);
      case Fact.Reaches reaches -> references.add(ref, reaches);
      case Fact.Selects selects -> selections.add(ref, selects);
      case Fact.MeansTold means -> {
        told.add(ref, means);
        interpret(ref, means);
      }
      case Fact.Permits permit -> {
        grants.add(ref, permit);
        references.refreshAll(grants.waitingFor(ref, permit));
      }
      case Fact.Offers _ -> {} // found through the object, see Bearer
      case Fact.Tells _ -> {} // found through the object, see Told
      case Fact.Places _, Fact.Repels _ -> {} // on demand
    }
  }

  private void remove(long ref, Fact fact) {
    if (relations.isOnDemand(fact)) {
      return;
    }
    switch (fact) {
      case Fact.Names names -> references.remove(ref, names);
      case Fact.OwnedBy owned -> references.remove(ref, owned);
      case Fact.Reaches reaches -> references.remove(ref, reaches);
      case Fact.Selects selects -> selections.remove(ref, selects);
      case Fact.MeansTold means -> {
        told.remove(ref, means);
        forget(ref);
      }
      case Fact.Permits permit -> {
        grants.remove(ref, permit);
        references.refreshAll(grants.waitingFor(ref, permit));
      }
      case Fact.Offers _ -> {} // found through the object, see Bearer
      case Fact.Tells _ -> {} // found through the object, see Told
      case Fact.Places _, Fact.Repels _ -> {} // on demand
    }
  }

  /// Adds what a fact means, if anything.
  private void interpret(long ref, Fact.MeansTold means) {
    Fact meaning = told.meaning(means);
    if (meaning != null) {
      graph.interpret(ref, meaning);
      add(ref, meaning);
    }
  }

  /// Takes back what a fact meant, if anything.
  private void forget(long ref) {
    Fact meaning = graph.meaning(ref);
    if (meaning != null) {
      remove(ref, meaning);
      graph.interpret(ref, null);
    }
  }

  private void tell(ResourceId id, @Nullable Resource before, @Nullable Resource now) {
    told.waitingFor(id, before, now)
        .forEach(ref -> {
          forget(ref);
          if (graph.fact(ref) instanceof Fact.MeansTold means) {
            interpret(ref, means);
          }
        });
  }

  /// Lets everybody look again who names or selects an object that came, changed or went.
  private void arrived(int handle, @Nullable Resource before, @Nullable Resource now) {
    ResourceId id = graph.id(handle);
    boolean otherObject = before == null || now == null || !before.uid().equals(now.uid());
    if (otherObject) {
      references.refreshAll(graph.namers(handle));
      references.refreshAll(fallbacks.waitingFor(id));
    }
    selections.changed(handle, before, now);
    tell(id, before, now);
    if (id.kind().equals(Namespaces.KIND)) {
      if (before == null) {
        namespaces.enter(id.name());
      }
      relabel(id.name(), now);
      if (now == null) {
        namespaces.leave(id.name());
      }
    }
  }

  private void relabel(String namespace, @Nullable Resource now) {
    SortedLongs flipped =
        namespaces.put(namespace, now == null ? Namespaces.assumed(namespace) : now.labels());
    flipped.forEach(ref -> {
      switch (graph.fact(ref)) {
        case Fact.Selects selects -> selections.rescope(ref, selects, namespace);
        case Fact.Permits permit -> references.refreshAll(grants.waitingFor(ref, permit));
        case Fact.Names _,
            Fact.OwnedBy _,
            Fact.Reaches _,
            Fact.Offers _,
            Fact.Places _,
            Fact.Repels _,
            Fact.MeansTold _,
            Fact.Tells _ -> {}
      }
    });
  }

  private boolean known(KindState state) {
    if (!kindStates.put(state)) {
      // The first revision, which nobody made, says less than an engine that was told nothing.
      return state.kind().equals(KindState.ANY_OTHER) && !state.equals(current.others());
    }
    for (int handle = 0; handle < graph.limit(); handle++) {
      Node.Ghost ghost = graph.ghost(handle);
      if (ghost != null && isMeant(ghost.id().kind(), state.kind())) {
        graph.set(
            handle,
            new Node.Ghost(
                ghost.id(), kindStates.provesAbsence(ghost.id().kind(), ghost.id().namespace())));
        references.refreshAll(graph.namers(handle));
        selections.restate(handle);
      }
    }
    references.refreshAll(grants.allNeeds());
    return true;
  }

  private static boolean isMeant(Kind kind, Kind told) {
    return kind.equals(told) || told.equals(KindState.ANY_OTHER);
  }
}
