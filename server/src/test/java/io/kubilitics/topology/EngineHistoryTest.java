package io.kubilitics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Change;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any order and any batching of the same inputs gives the same topology as building it from
/// scratch.
class EngineHistoryTest {
  private static final int STEPS = 400;

  /// Twenty histories; more with `-Dkubilitics.seeds=500`.
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("kubilitics.seeds", 20));
  }

  /// The state of the world that a history leads to.
  private static final class World {
    private final Map<ResourceId, Resource> objects = new TreeMap<>();
    private final Map<Kind, Map<String, KindState>> states = new TreeMap<>();
    private Instant now = Instant.MIN;

    private void apply(Change change) {
      switch (change) {
        case Change.Put(Resource resource) -> objects.put(resource.id(), resource);
        case Change.Gone(ResourceId id) -> objects.remove(id);
        case Change.Known(KindState state) ->
            states
                .computeIfAbsent(state.kind(), _ -> new TreeMap<>())
                .put(state.namespace(), state);
        case Change.Now(Instant instant) -> now = instant.isAfter(now) ? instant : now;
      }
    }

    private List<String> topology() {
      return Oracle.topology(objects, states, now, RandomWorld.RELATIONS, RandomWorld.HEALTH_RULES);
    }

    private List<Change> inputs() {
      List<Change> inputs = new ArrayList<>();
      objects.values().forEach(resource -> inputs.add(new Change.Put(resource)));
      states
          .values()
          .forEach(ofKind -> ofKind.values().forEach(state -> inputs.add(new Change.Known(state))));
      inputs.add(new Change.Now(now));
      return inputs;
    }
  }

  private static List<String> topology(Topology topology) {
    Selection all = topology.select(TopologyQuery.ALL, Viewer.EVERYTHING);
    List<String> lines = new ArrayList<>();
    all.nodes().forEach(node -> lines.add(node.toString()));
    all.edges().forEach(edge -> lines.add(edge.toString()));
    assertThat(all.nodeCount()).isEqualTo(topology.nodeCount(Viewer.EVERYTHING));
    assertThat(all.edgeCount()).isEqualTo(topology.edgeCount(Viewer.EVERYTHING));
    assertThat(all.nodeCount() + all.edgeCount()).isEqualTo(lines.size());
    return lines;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyStepOfARandomHistoryIsWhatTheDefinitionSays(long seed) {
    RandomWorld random = new RandomWorld(seed);
    Engine engine = new Engine(RandomWorld.RELATIONS, RandomWorld.HEALTH_RULES);
    World world = new World();
    for (int step = 0; step < STEPS; step++) {
      Change change = random.change();
      engine.apply(List.of(change));
      world.apply(change);
      assertThat(topology(engine.current()))
          .as("seed %d, step %d: %s", seed, step, change)
          .isEqualTo(world.topology());
    }
  }

  /// What [#everyStepOfARandomHistoryIsWhatTheDefinitionSays] compares is foreseen; here it comes.
  @ParameterizedTest
  @MethodSource("seeds")
  void timeAloneChangesHealthWhenTheHealthSaysSo(long seed) {
    Engine engine = new Engine(RandomWorld.RELATIONS, RandomWorld.HEALTH_RULES);
    engine.apply(new RandomWorld(seed).changes(STEPS));
    for (int second = 1; second <= RandomWorld.LATEST; second++) {
      Map<ResourceId, Health> before = health(engine.current());
      Instant now = Instant.ofEpochSecond(second);
      engine.apply(List.of(new Change.Now(now)));
      health(engine.current())
          .forEach((id, health) -> {
            Health foreseen = Objects.requireNonNull(before.get(id));
            assertThat(!health.equals(foreseen))
                .as("seed %d: %s at %s after %s", seed, health, now, foreseen)
                .isEqualTo(foreseen.changesAt().filter(at -> !at.isAfter(now)).isPresent());
          });
    }
  }

  private static Map<ResourceId, Health> health(Topology topology) {
    Map<ResourceId, Health> health = new TreeMap<>();
    topology
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .nodes()
        .forEach(node -> {
          if (node instanceof Node.Present present) {
            health.put(node.id(), present.health());
          }
        });
    return health;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyBatchingAndAnyOrderOfTheLastStatesGivesTheSameTopology(long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = new World();
    List<Change> history = random.changes(STEPS);
    history.forEach(world::apply);
    List<String> expected = world.topology();
    for (int size : new int[] {1, 2, 7, 64, STEPS}) {
      assertThat(topology(inBatches(history, size)))
          .as("seed %d, batches of %d", seed, size)
          .isEqualTo(expected);
    }
    Random shuffle = new Random(seed);
    List<Change> inputs = world.inputs();
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(inputs, shuffle);
      assertThat(topology(inBatches(inputs, 1 + shuffle.nextInt(20))))
          .as("seed %d, shuffle %d", seed, round)
          .isEqualTo(expected);
    }
  }

  private static Topology inBatches(List<Change> changes, int size) {
    Engine engine = new Engine(RandomWorld.RELATIONS, RandomWorld.HEALTH_RULES);
    for (int from = 0; from < changes.size(); from += size) {
      engine.apply(changes.subList(from, Math.min(changes.size(), from + size)));
    }
    return engine.current();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theDeltasAddUpToEveryRevisionAlsoForAListenerWhoComesLate(long seed) {
    RandomWorld random = new RandomWorld(seed);
    Engine engine = new Engine(RandomWorld.RELATIONS, RandomWorld.HEALTH_RULES);
    Mirror early = new Mirror();
    engine.listen(early);
    Mirror late = new Mirror();
    for (int step = 0; step < STEPS / 4; step++) {
      if (step == 20) {
        engine.listen(late);
      }
      engine.apply(random.changes(1 + (step % 5)));
      assertThat(early.lines())
          .as("seed %d, step %d", seed, step)
          .isEqualTo(topology(engine.current()));
    }
    assertThat(late.lines()).isEqualTo(early.lines());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theDeltasAddUpAlsoAfterABatchThatFailedHalfway(long seed) {
    RandomWorld random = new RandomWorld(seed);
    Random fate = new Random(seed);
    FailingHealth health = new FailingHealth();
    Engine engine = new Engine(RandomWorld.RELATIONS, health.around(RandomWorld.HEALTH_RULES));
    Mirror early = new Mirror();
    Mirror late = new Mirror();
    boolean isFollowed = fate.nextBoolean();
    if (isFollowed) {
      engine.listen(early);
    }
    for (int step = 0; step < STEPS / 8; step++) {
      List<Change> batch = random.changes(2 + fate.nextInt(6));
      switch (fate.nextInt(3)) {
        case 0 -> fail(engine, cutOff(batch, fate.nextInt(batch.size())));
        case 1 -> {
          health.isFailing = true;
          fail(engine, batch);
          health.isFailing = false;
        }
        default -> engine.apply(batch);
      }
      if (step == 20) {
        if (!isFollowed) {
          engine.listen(early);
        }
        engine.listen(late);
      }
    }
    engine.apply(random.changes(3));
    engine.apply(List.of());
    assertThat(early.lines()).as("seed %d", seed).isEqualTo(topology(engine.current()));
    assertThat(late.lines()).as("seed %d", seed).isEqualTo(early.lines());
  }

  private static void fail(Engine engine, List<Change> batch) {
    try {
      engine.apply(batch);
    } catch (IllegalStateException _) {
      // What a batch that fails leaves behind is what the test is about.
    }
  }

  /// Changes of which no more can be had after so many.
  private static List<Change> cutOff(List<Change> changes, int after) {
    return new AbstractList<>() {
      @Override
      public Change get(int index) {
        if (index == after) {
          throw new IllegalStateException("no more changes can be had");
        }
        return changes.get(index);
      }

      @Override
      public int size() {
        return changes.size();
      }
    };
  }

  /// Rules for health that fail when they are told to.
  private static final class FailingHealth {
    private boolean isFailing;

    private List<DerivedHealth> around(List<? extends DerivedHealth> rules) {
      return rules.stream().<DerivedHealth>map(Failing::new).toList();
    }

    private final class Failing implements DerivedHealth {
      private final DerivedHealth rule;

      Failing(DerivedHealth rule) {
        this.rule = rule;
      }

      @Override
      public Set<Kind> kinds() {
        return rule.kinds();
      }

      @Override
      public Set<Relation> along() {
        return rule.along();
      }

      @Override
      public int level() {
        return rule.level();
      }

      @Override
      public Health of(Surroundings object) {
        if (isFailing) {
          throw new IllegalStateException("a rule that fails");
        }
        return rule.of(object);
      }
    }
  }

  /// Applies deltas to nothing.
  private static final class Mirror implements TopologyListener {
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Edge> edges = new TreeMap<>();
    private long revision;

    @Override
    public void onChange(Topology current, TopologyDelta delta) {
      assertThat(delta.fromRevision()).isEqualTo(revision);
      revision = delta.toRevision();
      for (Node node : delta.nodesPut()) {
        assertThat(node).isNotEqualTo(nodes.put(node.id().toString(), node));
      }
      delta.nodesGone().forEach(id -> assertThat(nodes.remove(id.toString())).isNotNull());
      for (Edge edge : delta.edgesPut()) {
        assertThat(edge).isNotEqualTo(edges.put(edge.id(), edge));
      }
      delta.edgesGone().forEach(edge -> assertThat(edges.remove(edge.id())).isNotNull());
    }

    private List<String> lines() {
      List<String> lines = new ArrayList<>();
      nodes.values().forEach(node -> lines.add(node.toString()));
      edges.values().forEach(edge -> lines.add(edge.toString()));
      return lines;
    }
  }

  @Test
  void aRevisionStaysAsItWasWhateverHappensLater() {
    RandomWorld random = new RandomWorld(301);
    Engine engine = new Engine(RandomWorld.RELATIONS, RandomWorld.HEALTH_RULES);
    engine.apply(random.changes(100));
    Topology kept = engine.current();
    List<String> before = topology(kept);
    for (int step = 0; step < STEPS; step++) {
      engine.apply(random.changes(3));
    }
    assertThat(topology(kept)).isEqualTo(before);
  }
}
