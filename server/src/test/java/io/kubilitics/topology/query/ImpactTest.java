package io.kubilitics.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.Harm.Outcome;
import io.kubilitics.model.Health;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import io.kubilitics.topology.query.Impact.Event;
import io.kubilitics.topology.query.Impact.Harmed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImpactTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("kubilitics.seeds", 150));
  }

  private static Sketch shop() {
    return new Sketch()
        .edge("Service/s/web", Sketch.SELECTS, "Pod/s/1")
        .edge("Service/s/web", Sketch.SELECTS, "Pod/s/2")
        .edge("Service/s/web", Sketch.SELECTS, "Pod/s/3");
  }

  @Test
  void oneOfThreePodsLostDegradesTheService() {
    Network network = shop().objects("Pod/s/1", "Pod/s/2", "Pod/s/3").network();

    Impact impact = impact(network, "Pod/s/2", Event.DELETED);

    assertThat(text(impact)).containsExactly("1 Service/s/web degrades");
    Impact.Cause cause = impact.harmed().getFirst().causes().getFirst();
    assertThat(cause.relation()).isEqualTo(Sketch.SELECTS);
    assertThat(cause.lost()).isEqualTo(1);
    assertThat(cause.of()).isEqualTo(3);
    assertThat(cause.edges()).extracting(Edge::id).containsExactly("Service/s/web selects Pod/s/2");
  }

  @Test
  void theLastPodThatWorksLostBreaksTheService() {
    Network network =
        shop()
            .objects("Pod/s/1")
            .object("Pod/s/2", Health.Status.FAILED)
            .object("Pod/s/3", Health.Status.FAILED)
            .network();

    assertThat(text(impact(network, "Pod/s/1", Event.FAILS)))
        .containsExactly("1 Service/s/web breaks");
    assertThat(text(impact(network, "Pod/s/2", Event.FAILS)))
        .containsExactly("1 Service/s/web degrades");
  }

  @Test
  void aNodeTakesAllPodsOfAServiceWithItAndTheServiceBreaksAtTheSecondHop() {
    Network network =
        shop()
            .edge("Pod/s/1", Sketch.RUNS_ON, "Node/n")
            .edge("Pod/s/2", Sketch.RUNS_ON, "Node/n")
            .edge("Pod/s/3", Sketch.RUNS_ON, "Node/n")
            .edge("Ingress/s/web", Sketch.MOUNTS, "Service/s/web")
            .objects("Node/n")
            .network();

    assertThat(text(impact(network, "Node/n", Event.FAILS)))
        .containsExactly(
            "1 Pod/s/1 breaks",
            "1 Pod/s/2 breaks",
            "1 Pod/s/3 breaks",
            "2 Service/s/web breaks",
            "3 Ingress/s/web degrades");
    assertThat(ImpactQuery.of(network, network.find(Sketch.id("Node/n")), Event.FAILS, 1).harmed())
        .hasSize(3);
  }

  @Test
  void deletingAnOwnerDeletesWhatItOwnsUnlessAnotherOwnerIsLeft() {
    Network network =
        new Sketch()
            .objects("Pod/s/rs", "Pod/s/job", "Pod/s/a", "Pod/s/b", "Pod/s/c")
            .edge("Pod/s/rs", Sketch.OWNS, "Pod/s/a")
            .edge("Pod/s/rs", Sketch.OWNS, "Pod/s/b")
            .edge("Pod/s/job", Sketch.OWNS, "Pod/s/b")
            .edge("Pod/s/a", Sketch.OWNS, "Pod/s/c")
            .network();

    assertThat(text(impact(network, "Pod/s/rs", Event.DELETED)))
        .containsExactly("1 Pod/s/a deletes", "2 Pod/s/c deletes");
    assertThat(text(impact(network, "Pod/s/rs", Event.FAILS))).isEmpty();
  }

  @Test
  void anOwnerThatHasFailedIsStillAnOwner() {
    Network network =
        new Sketch()
            .objects("Pod/s/rs", "Pod/s/a")
            .object("Pod/s/ill", Health.Status.FAILED)
            .edge("Pod/s/rs", Sketch.OWNS, "Pod/s/a")
            .edge("Pod/s/ill", Sketch.OWNS, "Pod/s/a")
            .network();

    assertThat(text(impact(network, "Pod/s/rs", Event.DELETED))).isEmpty();
  }

  @Test
  void oldReplicaSetsWithoutPodsDoNotKeepADeploymentUp() {
    Network network =
        new Sketch()
            .objects("Pod/s/deploy", "Pod/s/new")
            .idle("Pod/s/old")
            .edge("Pod/s/deploy", Sketch.OWNS, "Pod/s/old")
            .edge("Pod/s/deploy", Sketch.OWNS, "Pod/s/new")
            .network();

    assertThat(text(impact(network, "Pod/s/new", Event.FAILS)))
        .containsExactly("1 Pod/s/deploy breaks");
    assertThat(text(impact(network, "Pod/s/old", Event.FAILS))).isEmpty();
  }

  @Test
  void whatIsOptionalDegradesAtMost() {
    Network network =
        new Sketch()
            .objects("Secret/s/x")
            .edge("Pod/s/a", Sketch.MOUNTS, "Secret/s/x", Presence.OPTIONAL)
            .edge("Pod/s/b", Sketch.MOUNTS, "Secret/s/x")
            .network();

    assertThat(text(impact(network, "Secret/s/x", Event.DELETED)))
        .containsExactly("1 Pod/s/b breaks", "1 Pod/s/a degrades");
  }

  @Test
  void whatIsMissingAlreadyHasAnImpactToo() {
    Network network = new Sketch().edge("Pod/s/a", Sketch.MOUNTS, "Secret/s/x").network();

    assertThat(text(impact(network, "Secret/s/x", Event.DELETED)))
        .containsExactly("1 Pod/s/a breaks");
  }

  @Test
  void aNamespaceTakesAlongEverythingInIt() {
    Network network =
        new Sketch()
            .objects("Namespace/s", "Pod/s/a", "Secret/s/b", "Pod/t/c")
            .edge("Pod/t/c", Sketch.MOUNTS, "Secret/s/b")
            .network();

    Impact impact = impact(network, "Namespace/s", Event.DELETED);
    assertThat(text(impact))
        .containsExactly("1 Pod/s/a deletes", "1 Secret/s/b deletes", "2 Pod/t/c breaks");
    assertThat(impact.harmed().getFirst().causes().getFirst().relation())
        .isEqualTo(Impact.CONTAINS);
    assertThat(impact.count(Effect.DELETES)).isEqualTo(2);
    assertThat(text(impact(network, "Namespace/s", Event.FAILS))).isEmpty();
  }

  @Test
  void everyRelationOfTheCatalogueSaysNoLessForAllThanForAny() {
    for (RelationType type : Catalogue.builtIn().relations().all()) {
      Harm harm = type.harm();
      for (Outcome outcome :
          List.of(
              harm.sourceDeleted(), harm.sourceFails(), harm.targetDeleted(), harm.targetFails())) {
        assertThat(outcome.any()).as(type.toString()).isLessThanOrEqualTo(outcome.all());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLevelIsWhatAllEdgesTogetherSay(long seed) {
    Topology topology = Sketch.random(seed, 8, 16).topology(seed);
    Network network = topology.network(Viewer.EVERYTHING);
    for (String id : Sketch.ids(topology)) {
      for (Event event : Event.values()) {
        assertThat(text(impact(network, id, event)))
            .as(id + " " + event)
            .containsExactlyInAnyOrderElementsOf(oracle(topology, id, event));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Event.class)
  void theOrderInWhichObjectsCameDoesNotMatter(Event event) {
    Sketch sketch = Sketch.random(3, 12, 30);
    Network one = sketch.topology(1).network(Viewer.EVERYTHING);
    Network other = sketch.topology(2).network(Viewer.EVERYTHING);

    assertThat(impact(one, "Pod/x/1", event)).isEqualTo(impact(other, "Pod/x/1", event));
  }

  /// Asks every edge again and again.
  private static List<String> oracle(Topology topology, String start, Event event) {
    List<Edge> edges =
        Sketch.edges(topology).stream().filter(edge -> edge.state() != EdgeState.STALE).toList();
    Map<String, Effect> state = new TreeMap<>();
    Map<String, Integer> hops = new TreeMap<>();
    state.put(start, event == Event.DELETED ? Effect.DELETES : Effect.BREAKS);
    Set<String> failed = failed(topology);
    Map<String, Effect> before = Map.of();
    for (int hop = 1; !before.equals(state); hop++) {
      before = new TreeMap<>(state);
      Map<String, Effect> next = new TreeMap<>(state);
      for (Edge edge : edges) {
        harm(failed, edges, edge.relation(), edge.source().toString(), false, state, next);
        harm(failed, edges, edge.relation(), edge.target().toString(), true, state, next);
      }
      int now = hop;
      next.forEach((id, effect) -> {
        if (state.get(id) != effect) {
          hops.put(id, now);
        }
      });
      state.putAll(next);
    }
    List<String> lines = new ArrayList<>();
    state.forEach((id, effect) -> {
      if (!id.equals(start)) {
        lines.add(hops.get(id) + " " + id + " " + effect.text());
      }
    });
    return lines;
  }

  private static void harm(
      Set<String> failed,
      List<Edge> edges,
      Relation relation,
      String dependent,
      boolean onSource,
      Map<String, Effect> state,
      Map<String, Effect> next) {
    Harm harm = Sketch.TYPES.of(relation).harm();
    Effect any = Effect.NONE;
    Effect all = Effect.NONE;
    for (Edge edge : edges) {
      String other = (onSource ? edge.source() : edge.target()).toString();
      String self = (onSource ? edge.target() : edge.source()).toString();
      if (!edge.relation().equals(relation) || !self.equals(dependent)) {
        continue;
      }
      Effect hit = state.getOrDefault(other, Effect.NONE);
      if (hit.compareTo(Effect.BREAKS) >= 0) {
        Outcome outcome =
            hit == Effect.DELETES
                ? (onSource ? harm.sourceDeleted() : harm.targetDeleted())
                : (onSource ? harm.sourceFails() : harm.targetFails());
        boolean capped = edge.optional();
        any = any.or(capped && outcome.any() == Effect.BREAKS ? Effect.DEGRADES : outcome.any());
        all = all.or(capped && outcome.all() == Effect.BREAKS ? Effect.DEGRADES : outcome.all());
      }
    }
    for (Edge edge : edges) {
      String other = (onSource ? edge.source() : edge.target()).toString();
      String self = (onSource ? edge.target() : edge.source()).toString();
      boolean hit = state.getOrDefault(other, Effect.NONE).compareTo(Effect.BREAKS) >= 0;
      boolean isThere = edge.state() != EdgeState.MISSING;
      boolean works = isThere && !failed.contains(other);
      if (edge.relation().equals(relation)
          && self.equals(dependent)
          && !hit
          && (all == Effect.DELETES ? isThere : works)) {
        all = any;
      }
    }
    next.merge(dependent, all, Effect::or);
    if (next.get(dependent) == Effect.NONE) {
      next.remove(dependent);
    }
  }

  private static Set<String> failed(Topology topology) {
    return topology
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .nodes()
        .filter(node ->
            node instanceof Node.Present present
                && present.health().status() == Health.Status.FAILED)
        .map(node -> node.id().toString())
        .collect(Collectors.toSet());
  }

  private static Impact impact(Network network, String id, Event event) {
    return ImpactQuery.of(network, network.find(Sketch.id(id)), event, 100);
  }

  private static List<String> text(Impact impact) {
    return impact.harmed().stream().map(ImpactTest::text).toList();
  }

  private static String text(Harmed harmed) {
    assertThat(harmed.causes()).isNotEmpty();
    return harmed.hops() + " " + harmed.node().id() + " " + harmed.effect().text();
  }
}
