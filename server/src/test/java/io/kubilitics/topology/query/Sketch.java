package io.kubilitics.topology.query;

import io.kubilitics.model.Change;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.Harm.Outcome;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Layout;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A topology drawn by hand, or by chance from a seed: objects by their ids, edges by both ends.
final class Sketch {
  static final Outcome DEGRADES_OR_BREAKS = new Outcome(Effect.DEGRADES, Effect.BREAKS);

  /// Owners take along what they own when none of them is left.
  static final Relation OWNS = Relation.OWNS;

  /// Like a Service its Pods.
  static final Relation SELECTS = new Relation("selects");

  /// Breaks without its target, however many it has.
  static final Relation MOUNTS = new Relation("mounts");

  /// A hub: deletes with its target.
  static final Relation RUNS_ON = new Relation("runs-on");

  /// Harms nobody.
  static final Relation LIMITS = new Relation("limits");

  /// Never shown unasked.
  static final Relation CALLS = new Relation("calls");

  static final RelationTypes TYPES =
      new RelationTypes(
          List.of(
              type(
                  OWNS,
                  new Harm(
                      new Outcome(Effect.NONE, Effect.DELETES),
                      Outcome.NONE,
                      Outcome.NONE,
                      DEGRADES_OR_BREAKS),
                  Layout.CORE),
              type(
                  SELECTS,
                  new Harm(Outcome.NONE, Outcome.NONE, DEGRADES_OR_BREAKS, DEGRADES_OR_BREAKS),
                  Layout.CORE),
              type(
                  MOUNTS,
                  new Harm(Effect.NONE, Effect.NONE, Effect.BREAKS, Effect.DEGRADES),
                  Layout.CORE),
              type(
                  RUNS_ON,
                  new Harm(Effect.NONE, Effect.NONE, Effect.DELETES, Effect.BREAKS),
                  Layout.HUB),
              type(LIMITS, Harm.NONE, Layout.HUB),
              type(
                  CALLS,
                  new Harm(Effect.BREAKS, Effect.BREAKS, Effect.BREAKS, Effect.BREAKS),
                  Layout.CORE)));

  private static final List<Relation> RELATIONS =
      List.of(OWNS, OWNS, SELECTS, SELECTS, MOUNTS, RUNS_ON, LIMITS, CALLS);

  private final Map<ResourceId, List<Fact>> facts = new LinkedHashMap<>();
  private final Map<ResourceId, Health> health = new LinkedHashMap<>();

  private static RelationType type(Relation relation, Harm harm, Layout layout) {
    return new RelationType(
        relation,
        RelationType.Category.TRAFFIC,
        harm,
        RelationType.Storage.EDGE,
        layout,
        relation.equals(CALLS),
        "");
  }

  static ResourceId id(String text) {
    return ResourceId.parse(text);
  }

  /// Objects `Pod/x/0` to `Pod/x/size-1` with edges between them, some to objects that are not
  /// there.
  static Sketch random(long seed, int size, int edges) {
    Random random = new Random(seed);
    Sketch sketch = new Sketch();
    for (int at = 0; at < size; at++) {
      Health.Status status = random.nextInt(6) == 0 ? Health.Status.FAILED : Health.Status.HEALTHY;
      sketch.object("Pod/x/" + at, status);
    }
    for (int at = 0; at < edges; at++) {
      String source = "Pod/x/" + random.nextInt(size);
      String target =
          random.nextInt(12) == 0
              ? "Secret/x/" + random.nextInt(2)
              : "Pod/x/" + random.nextInt(size);
      sketch.edge(
          source,
          RELATIONS.get(random.nextInt(RELATIONS.size())),
          target,
          random.nextInt(5) == 0 ? Presence.OPTIONAL : Presence.REQUIRED);
    }
    return sketch;
  }

  Sketch object(String id, Health.Status status) {
    facts.putIfAbsent(id(id), new ArrayList<>());
    health.put(id(id), new Health(status, "", ""));
    return this;
  }

  Sketch objects(String... ids) {
    for (String id : ids) {
      object(id, Health.Status.HEALTHY);
    }
    return this;
  }

  Sketch edge(String source, Relation relation, String target) {
    return edge(source, relation, target, Presence.REQUIRED);
  }

  Sketch edge(String source, Relation relation, String target, Presence presence) {
    List<Fact> stated = facts.computeIfAbsent(id(source), _ -> new ArrayList<>());
    Evidence evidence = new Evidence("spec.f[" + stated.size() + "]", target);
    stated.add(new Fact.Names(relation, evidence, id(target), presence));
    return this;
  }

  /// A workload without Pods.
  Sketch idle(String id) {
    facts
        .computeIfAbsent(id(id), _ -> new ArrayList<>())
        .add(new Fact.Offers(new Evidence("spec", ""), Kind.core("Pod"), Labels.NONE, true));
    return this;
  }

  /// The topology after the objects have come in an order of chance, which must not matter.
  Topology topology(long seed) {
    List<Change> changes = new ArrayList<>();
    facts.forEach((id, stated) ->
        changes.add(
            new Change.Put(
                Resource.builder(id)
                    .facts(stated)
                    .health(health.getOrDefault(id, Health.HEALTHY))
                    .build())));
    java.util.Collections.shuffle(changes, new Random(seed));
    Engine engine = new Engine(TYPES);
    engine.apply(changes);
    return engine.current();
  }

  Network network() {
    return topology(1).network(Viewer.EVERYTHING);
  }

  /// Every edge that is shown.
  static List<Edge> edges(Topology topology) {
    return topology.select(TopologyQuery.ALL, Viewer.EVERYTHING).edges().toList();
  }

  /// Every node that is shown, by the text of its id.
  static Set<String> ids(Topology topology) {
    Set<String> ids = new TreeSet<>();
    topology
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .nodes()
        .forEach(node -> ids.add(node.id().toString()));
    return ids;
  }
}
