package io.kubilitics.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.testbed.Manifests;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Relations of which no edges are kept, asked for by name.
class OnDemandTest {
  private static final String[] ALL = {"could-run-on", "near", "away-from"};

  private static final String SHOP =
      """
      {apiVersion: v1, kind: Node, metadata: {name: n1}}
      ---
      {apiVersion: v1, kind: Node, metadata: {name: n2}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: cart}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: other, labels: {app: cart}}}
      """;

  /// Two hundred worlds; more with `-Dkubilitics.seeds=5000`.
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("kubilitics.seeds", 200));
  }

  private static TopologyQuery query(
      Set<String> namespaces, Set<Kind> kinds, Optional<Focus> focus, String... relations) {
    return new TopologyQuery(
        namespaces,
        kinds,
        Arrays.stream(relations).map(Relation::new).collect(Collectors.toSet()),
        LabelSelector.EVERYTHING,
        Set.of(),
        focus);
  }

  private static TopologyQuery around(String id, String... relations) {
    return query(
        Set.of(),
        Set.of(),
        Optional.of(new Focus(ResourceId.parse(id), 1, Focus.Direction.BOTH)),
        relations);
  }

  private static List<String> edges(Topology topology, TopologyQuery query) {
    Selection selection = topology.select(query, Viewer.EVERYTHING);
    List<String> edges = selection.edges().map(Edge::id).toList();
    assertThat(selection.edgeCount()).isEqualTo(edges.size());
    return edges;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAnswerIsWhatTryingAllPairsGives(long seed) {
    RandomPlaces world = new RandomPlaces(seed);
    Topology topology = Manifests.topology(world.yaml());

    List<String> found = edges(topology, query(Set.of(), Set.of(), Optional.empty(), ALL));
    assertThat(found).as("seed %d:\n%s", seed, world.yaml()).isSorted();
    assertThat(found).containsExactlyInAnyOrderElementsOf(world.edges());

    for (String node : world.nodes()) {
      assertThat(edges(topology, around(node, "could-run-on")))
          .as("seed %d, around %s", seed, node)
          .containsExactlyInAnyOrderElementsOf(
              world.edges().stream().filter(edge -> edge.endsWith(" " + node)).toList());
    }
  }

  @Test
  void nothingIsWorkedOutForWhoDoesNotAsk() {
    Topology topology = Manifests.topology(SHOP);

    assertThat(edges(topology, TopologyQuery.ALL)).isEmpty();
    assertThat(topology.edgeCount(Viewer.EVERYTHING)).isZero();
  }

  @Test
  void aNamespaceBringsTheNodesItsPodsCouldRunOn() {
    assertThat(
            edges(
                Manifests.topology(SHOP),
                query(Set.of("shop"), Set.of(), Optional.empty(), "could-run-on")))
        .containsExactly("Pod/shop/a could-run-on Node/n1", "Pod/shop/a could-run-on Node/n2");
  }

  @Test
  void whatAFilterLeavesOutIsNoEnd() {
    assertThat(
            edges(
                Manifests.topology(SHOP),
                query(Set.of(), Set.of(Kind.core("Pod")), Optional.empty(), "could-run-on")))
        .isEmpty();
  }

  @Test
  void whatAViewerMayNotSeeIsNoEnd() {
    Viewer noNodes = (kind, _) -> !kind.equals(Kind.core("Node"));

    assertThat(
            Manifests.topology(SHOP)
                .select(query(Set.of(), Set.of(), Optional.empty(), "could-run-on"), noNodes)
                .edges())
        .isEmpty();
  }

  @Test
  void anAppIsANodeOfTheAnswerAndAFocus() {
    Topology topology = Manifests.topology(SHOP);

    Selection all =
        topology.select(query(Set.of(), Set.of(), Optional.empty(), "part-of"), Viewer.EVERYTHING);
    assertThat(all.nodes().map(node -> node.id().toString()))
        .containsExactly(
            "App/other/cart", "App/shop/cart", "Node/n1", "Node/n2", "Pod/other/b", "Pod/shop/a");
    assertThat(edges(topology, around("App/shop/cart", "part-of")))
        .containsExactly("App/shop/cart part-of Pod/shop/a");
    assertThat(edges(topology, around("Pod/other/b", "part-of")))
        .containsExactly("App/other/cart part-of Pod/other/b");
  }

  @Test
  void anAnswerThatNobodyCouldReadIsRefused() {
    StringBuilder yaml = new StringBuilder();
    for (int at = 0; at < 400; at++) {
      yaml.append("---\n{apiVersion: v1, kind: Node, metadata: {name: n%d}}\n".formatted(at));
      yaml.append(
          "---\n{apiVersion: v1, kind: Pod, metadata: {name: p%d, namespace: ns-%d}}\n"
              .formatted(at, at % 10));
    }
    Topology topology = Manifests.topology(yaml.toString());

    assertThatThrownBy(() ->
            topology.select(
                query(Set.of(), Set.of(), Optional.empty(), "could-run-on"), Viewer.EVERYTHING))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem())
                    .isEqualTo(
                        new Problem.TooLarge(
                            "the answer",
                            "what is asked for on demand has more than 100000 edges; narrow it by a"
                                + " focus, namespaces, kinds or labels")));
    assertThat(edges(topology, query(Set.of("ns-1"), Set.of(), Optional.empty(), "could-run-on")))
        .hasSize(40 * 400);
  }
}
