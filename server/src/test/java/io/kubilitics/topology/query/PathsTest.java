package io.kubilitics.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathsTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("kubilitics.seeds", 60));
  }

  @Test
  void aWayThroughWhatBelongsTogetherIsShorterThanOneThroughAHub() {
    Sketch shop =
        new Sketch()
            .objects("Node/n", "Service/s/a", "Service/s/b", "Pod/s/a", "Pod/s/b", "Job/s/j")
            .edge("Service/s/a", Sketch.SELECTS, "Pod/s/a")
            .edge("Service/s/b", Sketch.SELECTS, "Pod/s/b")
            .edge("Pod/s/a", Sketch.RUNS_ON, "Node/n")
            .edge("Pod/s/b", Sketch.RUNS_ON, "Node/n")
            .edge("Job/s/j", Sketch.OWNS, "Service/s/a")
            .edge("Job/s/j", Sketch.OWNS, "Service/s/b");

    List<Path> ways = between(shop.network(), "Pod/s/a", "Pod/s/b", 3).paths();

    assertThat(ways).hasSize(2);
    assertThat(text(ways.getFirst()))
        .isEqualTo("Pod/s/a <selects Service/s/a <owns Job/s/j owns> Service/s/b selects> Pod/s/b");
    assertThat(text(ways.getLast())).isEqualTo("Pod/s/a runs-on> Node/n <runs-on Pod/s/b");
    assertThat(ways).extracting(Path::length).containsExactly(8, 12);
    assertThat(ways.getFirst().steps().getFirst().edge().evidence()).isNotEmpty();
  }

  @Test
  void objectsThatDoNotHangTogetherHaveNoWay() {
    Network network =
        new Sketch()
            .objects("Pod/s/a", "Pod/s/b")
            .edge("Pod/s/a", Sketch.CALLS, "Pod/s/b")
            .network();

    assertThat(between(network, "Pod/s/a", "Pod/s/b", 3)).isEqualTo(new Paths(List.of(), true));
  }

  @Test
  void anObjectHangsTogetherWithItselfWithoutAStep() {
    Network network = new Sketch().edge("Pod/s/a", Sketch.OWNS, "Pod/s/a").network();

    assertThat(between(network, "Pod/s/a", "Pod/s/a", 3).paths())
        .containsExactly(new Path(List.of(), 0));
  }

  @Test
  void aWayMayLeadThroughWhatIsMissing() {
    Network network =
        new Sketch()
            .edge("Pod/s/a", Sketch.MOUNTS, "Secret/s/x")
            .edge("Pod/s/b", Sketch.MOUNTS, "Secret/s/x")
            .network();

    assertThat(text(between(network, "Pod/s/a", "Pod/s/b", 1).paths().getFirst()))
        .isEqualTo("Pod/s/a mounts> Secret/s/x <mounts Pod/s/b");
  }

  @Test
  void aWayThroughACrowdWeighsMore() {
    Sketch sketch = new Sketch();
    for (int at = 0; at < 101; at++) {
      sketch.edge("Pod/s/p" + at, Sketch.MOUNTS, "ConfigMap/s/all");
    }
    sketch
        .edge("Pod/s/p1", Sketch.MOUNTS, "ConfigMap/s/few")
        .edge("Pod/s/p2", Sketch.MOUNTS, "ConfigMap/s/few");

    assertThat(between(sketch.network(), "Pod/s/p1", "Pod/s/p2", 2).paths())
        .extracting(PathsTest::text)
        .containsExactly(
            "Pod/s/p1 mounts> ConfigMap/s/few <mounts Pod/s/p2",
            "Pod/s/p1 mounts> ConfigMap/s/all <mounts Pod/s/p2");
  }

  @Test
  void aSearchThatWouldNotEndIsGivenUp() {
    Sketch sketch = new Sketch().objects("Pod/s/from", "Pod/s/to");
    for (int at = 0; at < 60; at++) {
      for (int other = 0; other < 60; other++) {
        sketch.edge("Pod/s/" + at, Sketch.OWNS, "Pod/s/" + other);
      }
    }
    sketch.edge("Pod/s/from", Sketch.OWNS, "Pod/s/0").edge("Pod/s/0", Sketch.OWNS, "Pod/s/to");

    Paths ways = between(sketch.network(), "Pod/s/from", "Pod/s/to", 5);

    assertThat(ways.paths()).hasSize(1);
    assertThat(ways.complete()).isFalse();
  }

  @Test
  void nobodyAsksForMoreWaysThanThereMayBe() {
    Network network = new Sketch().objects("Pod/s/a").network();

    assertThatThrownBy(() -> between(network, "Pod/s/a", "Pod/s/a", Paths.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWaysAreTheFirstOfAllThereAre(long seed) {
    Sketch sketch = Sketch.random(seed, 7, 13);
    Topology topology = sketch.topology(seed);
    Network network = topology.network(Viewer.EVERYTHING);
    List<Edge> edges = Sketch.edges(topology);
    for (String from : Sketch.ids(topology)) {
      for (String to : Sketch.ids(topology)) {
        List<String> all = all(edges, from, to);

        assertThat(between(network, from, to, 4).paths())
            .extracting(way -> way.length() + " " + nodes(way, from))
            .isEqualTo(all.subList(0, Math.min(4, all.size())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void jGraphTFindsTheSameLengthsThroughItsView(long seed) {
    Network network = Sketch.random(seed, 14, 20).network();
    Weights weights = new Weights(network);
    NetworkGraph graph =
        new NetworkGraph(
            network,
            NetworkGraph.all(network),
            NetworkGraph.shown(network),
            false,
            arc -> weights.weight(arc.relation(), arc.source(), arc.target()));
    DijkstraShortestPath<Integer, NetworkGraph.Arc> theirs = new DijkstraShortestPath<>(graph);
    for (int from : graph.vertexSet()) {
      for (int to : graph.vertexSet()) {
        List<Path> ours = Paths.between(network, from, to, 1).paths();
        double length = theirs.getPathWeight(from, to);

        assertThat(ours.isEmpty()).isEqualTo(Double.isInfinite(length));
        if (!ours.isEmpty()) {
          assertThat(ours.getFirst().length()).isEqualTo((int) length);
        }
      }
    }
  }

  /// Every way without a node twice, by trying all: its length and its nodes.
  private static List<String> all(List<Edge> edges, String from, String to) {
    Map<String, Map<String, Integer>> next = new TreeMap<>();
    for (Edge edge : edges) {
      int weight =
          edge.relation().equals(Sketch.RUNS_ON) || edge.relation().equals(Sketch.LIMITS) ? 6 : 2;
      String source = edge.source().toString();
      String target = edge.target().toString();
      next.computeIfAbsent(source, _ -> new TreeMap<>()).merge(target, weight, Math::min);
      next.computeIfAbsent(target, _ -> new TreeMap<>()).merge(source, weight, Math::min);
    }
    record Found(int length, List<String> nodes) {}
    List<Found> found = new ArrayList<>();
    List<Found> open = new ArrayList<>(List.of(new Found(0, List.of(from))));
    while (!open.isEmpty()) {
      Found way = open.removeLast();
      if (way.nodes().getLast().equals(to)) {
        found.add(way);
        continue;
      }
      next.getOrDefault(way.nodes().getLast(), Map.of())
          .forEach((other, weight) -> {
            if (!way.nodes().contains(other)) {
              List<String> longer = new ArrayList<>(way.nodes());
              longer.add(other);
              open.add(new Found(way.length() + weight, longer));
            }
          });
    }
    found.sort(
        Comparator.comparingInt(Found::length)
            .thenComparing(way -> String.join("\0", way.nodes())));
    return found.stream().map(way -> way.length() + " " + String.join(" ", way.nodes())).toList();
  }

  private static Paths between(Network network, String from, String to, int most) {
    return Paths.between(network, network.find(Sketch.id(from)), network.find(Sketch.id(to)), most);
  }

  private static String nodes(Path way, String from) {
    StringBuilder text = new StringBuilder(from);
    way.steps().forEach(step -> text.append(' ').append(step.to()));
    return text.toString();
  }

  private static String text(Path way) {
    StringBuilder text = new StringBuilder(way.steps().getFirst().from().toString());
    for (Path.Step step : way.steps()) {
      String relation = step.edge().relation().name();
      text.append(step.along() ? " " + relation + "> " : " <" + relation + " ").append(step.to());
    }
    return text.toString();
  }
}
