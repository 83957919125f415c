package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.source.SourceListener;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Makes a topology of what a source tells, and remembers the rest. Complains of two calls at once.
final class Watched implements SourceListener {
  private final Engine engine;
  private final Map<ResourceId, Resource> objects = new TreeMap<>();
  private final Map<String, KindState> states = new TreeMap<>();
  private final List<SourceCondition> conditions = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private final List<ObjectEvent> events = new ArrayList<>();
  private final List<Kind> complete = new ArrayList<>();
  private final List<Kind> completeWhenUsable = new ArrayList<>();
  private final Set<Kind> toldBeforeTheRest = new TreeSet<>();
  private final List<ResourceId> gone = new ArrayList<>();
  private final AtomicInteger callers = new AtomicInteger();
  private boolean overlapped;
  private boolean usable;
  private long puts;

  Watched(Catalogue catalogue) {
    engine = new Engine(catalogue.relations());
  }

  private void told(Runnable call) {
    boolean alone = callers.incrementAndGet() == 1;
    synchronized (this) {
      overlapped |= !alone;
      call.run();
    }
    callers.decrementAndGet();
  }

  @Override
  public void changes(List<Change> batch) {
    told(() -> {
      for (Change change : batch) {
        switch (change) {
          case Change.Put(var resource) -> {
            puts++;
            objects.put(resource.id(), resource);
          }
          case Change.Gone(ResourceId id) -> {
            gone.add(id);
            objects.remove(id);
          }
          case Change.Known(var state) -> {
            if (state.kind().equals(KindState.ANY_OTHER) && state.knowledge().isComplete()) {
              states.values().forEach(each -> toldBeforeTheRest.add(each.kind()));
            }
            states.put(key(state.kind(), state.namespace()), state);
            if (state.knowledge().isComplete()) {
              complete.add(state.kind());
            }
          }
          case Change.Now _ -> {}
        }
      }
      engine.apply(batch);
    });
  }

  private static String key(Kind kind, String namespace) {
    return kind + " in " + namespace;
  }

  @Override
  public void rejected(Place place, String reason) {
    told(() -> rejected.add(place + ": " + reason));
  }

  @Override
  public void usable() {
    told(() -> {
      usable = true;
      completeWhenUsable.addAll(complete);
    });
  }

  @Override
  public void condition(SourceCondition condition) {
    told(() -> conditions.add(condition));
  }

  @Override
  public void event(ObjectEvent event) {
    told(() -> events.add(event));
  }

  synchronized boolean overlapped() {
    return overlapped;
  }

  synchronized boolean isUsable() {
    return usable;
  }

  synchronized List<Kind> completeWhenUsable() {
    return List.copyOf(completeWhenUsable);
  }

  /// Of which kinds anything was said before it was said that there are no others.
  synchronized Set<Kind> toldBeforeTheRest() {
    return Set.copyOf(toldBeforeTheRest);
  }

  synchronized long puts() {
    return puts;
  }

  synchronized int gone() {
    return gone.size();
  }

  synchronized List<String> rejected() {
    return List.copyOf(rejected);
  }

  synchronized List<ObjectEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<SourceCondition> conditions() {
    return List.copyOf(conditions);
  }

  synchronized SourceCondition condition() {
    return conditions.isEmpty() ? SourceCondition.NONE : conditions.getLast();
  }

  synchronized List<ResourceId> ids() {
    return List.copyOf(objects.keySet());
  }

  synchronized int size() {
    return objects.size();
  }

  synchronized Optional<Resource> object(String id) {
    return Optional.ofNullable(objects.get(ResourceId.parse(id)));
  }

  synchronized long count(Kind kind) {
    return objects.keySet().stream().filter(id -> id.kind().equals(kind)).count();
  }

  /// What was last said of a kind; of a namespace alone when something was said of that.
  synchronized Optional<KindState> state(Kind kind, String namespace) {
    return Optional.ofNullable(states.get(key(kind, namespace)));
  }

  Optional<Knowledge> knowledge(Kind kind) {
    return state(kind, "").map(KindState::knowledge);
  }

  synchronized Map<String, KindState> states() {
    return new TreeMap<>(states);
  }

  Topology topology() {
    return engine.current();
  }

  long revision() {
    return engine.current().revision();
  }

  /// Every edge with its state and evidence, in a fixed order.
  List<String> edges() {
    return edges(topology());
  }

  static List<String> edges(Topology topology) {
    try (Stream<String> edges =
        topology.select(TopologyQuery.ALL, Viewer.EVERYTHING).edges().map(Object::toString)) {
      return edges.sorted().toList();
    }
  }

  static List<String> nodes(Topology topology) {
    return topology
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .nodes()
        .map(node -> node.id().toString())
        .sorted()
        .toList();
  }
}
