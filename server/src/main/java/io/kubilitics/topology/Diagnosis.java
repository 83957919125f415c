package io.kubilitics.topology;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.store.SortedLongs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the health of every node: what the object says of itself as of an instant, then what its
/// rule makes of its surroundings. Only what may have changed in a batch is judged again, level by
/// level. Owned by the writer thread.
final class Diagnosis {
  private final Graph graph;
  private final Relations relations;
  private final Map<Kind, Rule> rules = new HashMap<>();

  /// By handle the rule for the object there, null where there is no object or no rule.
  private @Nullable Rule[] ruleOf = new Rule[0];

  /// For each relation, by number, the rules that look along it; none where there is no bit.
  private final BitSet lookedAlong = new BitSet();

  /// By level, from 1: the nodes to judge again.
  private final List<BitSet> doubtful = new ArrayList<>();

  /// Nodes that came, changed or went in this batch.
  private final BitSet changed = new BitSet();

  /// Handles whose objects change by time alone, by the instant of the next change.
  private final NavigableMap<Instant, TreeSet<Integer>> due = new TreeMap<>();

  private Instant now = Instant.MIN;

  /// A rule and the numbers of the relations it looks along.
  private record Rule(DerivedHealth judge, int level, BitSet along) {}

  Diagnosis(Graph graph, Relations relations, List<DerivedHealth> rules) {
    this.graph = graph;
    this.relations = relations;
    for (DerivedHealth judge : rules) {
      BitSet along = new BitSet();
      for (Relation relation : judge.along()) {
        if (relations.knows(relation)) {
          along.set(relations.number(relation));
        }
      }
      lookedAlong.or(along);
      Rule rule = new Rule(judge, judge.level(), along);
      for (Kind kind : judge.kinds()) {
        if (this.rules.put(kind, rule) != null) {
          throw new IllegalArgumentException("two rules for the health of " + kind);
        }
      }
      while (doubtful.size() < rule.level()) {
        doubtful.add(new BitSet());
      }
    }
  }

  /// What an object says of itself now.
  Node.Present present(Resource resource) {
    return new Node.Present(resource, resource.health().at(now));
  }

  /// Tells of a node whose object came, changed or went.
  void objectChanged(int handle, @Nullable Resource before, @Nullable Resource after) {
    rule(handle, after == null ? null : rules.get(after.kind()));
    if (before != null) {
      before.health().at(now).changesAt().ifPresent(at -> forget(at, handle));
    }
    if (after != null) {
      after
          .health()
          .at(now)
          .changesAt()
          .ifPresent(at -> due.computeIfAbsent(at, _ -> new TreeSet<>()).add(handle));
    }
  }

  private void rule(int handle, @Nullable Rule rule) {
    if (handle >= ruleOf.length) {
      ruleOf = Arrays.copyOf(ruleOf, Math.max(handle + 1, ruleOf.length + (ruleOf.length >> 1)));
    }
    ruleOf[handle] = rule;
  }

  private @Nullable Rule rule(int handle) {
    return handle < ruleOf.length ? ruleOf[handle] : null;
  }

  private void forget(Instant at, int handle) {
    TreeSet<Integer> handles = due.get(at);
    if (handles != null && handles.remove(handle) && handles.isEmpty()) {
      due.remove(at);
    }
  }

  void nodeChanged(int handle) {
    changed.set(handle);
  }

  void edgeChanged(int relation, int source, int target) {
    if (lookedAlong.get(relation)) {
      doubt(source, relation, 0);
      doubt(target, relation, 0);
    }
  }

  /// Time has passed.
  ///
  /// @return whether the health of any object changed by that alone
  boolean advance(Instant instant) {
    if (!instant.isAfter(now)) {
      return false;
    }
    List<Integer> handles = new ArrayList<>();
    due.headMap(instant, true).values().forEach(handles::addAll);
    due.headMap(instant, true).clear();
    now = instant;
    for (int handle : handles) {
      Resource resource = graph.resource(handle);
      if (resource != null) {
        graph.set(handle, present(resource));
        objectChanged(handle, null, resource);
      }
    }
    return !handles.isEmpty();
  }

  /// Judges again what may have changed; called at the end of a batch.
  void judge() {
    if (doubtful.isEmpty()) {
      changed.clear();
      return;
    }
    for (int handle = changed.nextSetBit(0); handle >= 0; handle = changed.nextSetBit(handle + 1)) {
      doubtNode(handle);
      doubtNeighbours(handle, 0);
    }
    for (BitSet level : doubtful) {
      for (int handle = level.nextSetBit(0); handle >= 0; handle = level.nextSetBit(handle + 1)) {
        judge(handle);
      }
      level.clear();
    }
    changed.clear();
  }

  private void judge(int handle) {
    Rule rule = rule(handle);
    if (rule == null || !(graph.nodeOrNull(handle) instanceof Node.Present present)) {
      return;
    }
    Health health =
        Foresight.of(
            rule.judge(), at -> new Around(handle, present.resource(), rule.level(), at), now);
    if (!health.equals(present.health())) {
      graph.set(handle, new Node.Present(present.resource(), health));
      doubtNeighbours(handle, rule.level());
    }
  }

  private void doubtNode(int handle) {
    Rule rule = rule(handle);
    if (rule != null) {
      doubtful.get(rule.level() - 1).set(handle);
    }
  }

  /// Puts those in doubt that look at a node, as far as they are of a higher level.
  private void doubtNeighbours(int handle, int above) {
    graph.out(handle).forEach(link -> doubtOther(link, above));
    graph.in(handle).forEach(entry -> doubtOther(entry, above));
  }

  private void doubtOther(long link, int above) {
    doubt(Link.target(link), Link.relation(link), above);
  }

  private void doubt(int handle, int relation, int above) {
    Rule rule = rule(handle);
    if (rule != null && rule.level() > above && rule.along().get(relation)) {
      doubtful.get(rule.level() - 1).set(handle);
    }
  }

  /// What a rule of some level sees from one node at an instant, when nothing changes until then
  /// but by time.
  private final class Around extends Foresight.View {
    private final int handle;
    private final Resource resource;
    private final int level;

    Around(int handle, Resource resource, int level, Instant at) {
      super(at);
      this.handle = handle;
      this.resource = resource;
      this.level = level;
    }

    @Override
    public Resource resource() {
      return resource;
    }

    @Override
    public Health own() {
      return seen(resource.health());
    }

    @Override
    public Stream<Neighbour> out(Relation relation) {
      if (!relations.knows(relation)) {
        return Stream.empty();
      }
      int number = relations.number(relation);
      Stream.Builder<Neighbour> found = Stream.builder();
      long[] last = {-1};
      graph
          .out(handle)
          .forEach(link -> {
            if (Link.relation(link) == number && Link.edge(link) != last[0]) {
              last[0] = Link.edge(link);
              found.add(neighbour(handle, Link.target(link), number, Link.target(link)));
            }
          });
      return found.build();
    }

    @Override
    public Stream<Neighbour> in(Relation relation) {
      if (!relations.knows(relation)) {
        return Stream.empty();
      }
      int number = relations.number(relation);
      Stream.Builder<Neighbour> found = Stream.builder();
      graph
          .in(handle)
          .forEach(entry -> {
            if (Link.relation(entry) == number) {
              int source = Link.target(entry);
              found.add(neighbour(source, handle, number, source));
            }
          });
      return found.build();
    }

    private Neighbour neighbour(int source, int target, int relation, int other) {
      EdgeState[] worst = {EdgeState.RESOLVED};
      boolean[] optional = {true};
      SortedLongs links = graph.out(source);
      links.forEach(
          Link.firstOfEdge(target, relation),
          Link.afterEdge(target, relation),
          link -> {
            worst[0] = worst[0].worse(Link.state(link));
            optional[0] &= Link.optional(link);
          });
      Node node = graph.node(other);
      return new Neighbour(node, healthOf(node, rule(other)), worst[0], optional[0]);
    }

    private Health healthOf(Node node, @Nullable Rule rule) {
      if (!(node instanceof Node.Present present)) {
        return Health.UNKNOWN;
      }
      return seen(
          rule == null || rule.level() < level ? present.health() : present.resource().health());
    }
  }
}
