package io.kubilitics.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentsAndCyclesTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("kubilitics.seeds", 100));
  }

  @Test
  void ownersThatOwnEachOtherAreACircle() {
    Sketch sketch =
        new Sketch()
            .edge("Pod/x/b", Sketch.OWNS, "Pod/x/c")
            .edge("Pod/x/c", Sketch.OWNS, "Pod/x/a")
            .edge("Pod/x/a", Sketch.OWNS, "Pod/x/b")
            .edge("Pod/x/a", Sketch.OWNS, "Pod/x/d")
            .edge("Pod/x/d", Sketch.MOUNTS, "Pod/x/a")
            .edge("Pod/x/z", Sketch.OWNS, "Pod/x/z");

    assertThat(Cycles.of(sketch.network(), Set.of(Sketch.OWNS)))
        .extracting(Object::toString)
        .containsExactly("[Pod/x/a, Pod/x/b, Pod/x/c]", "[Pod/x/z]");
    assertThat(Cycles.of(sketch.network(), Set.of(Sketch.MOUNTS))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPieceIsWholeAndNoMore(long seed) {
    Topology topology = Sketch.random(seed, 30, 22).topology(seed);

    assertThat(Components.of(topology.network(Viewer.EVERYTHING), _ -> true))
        .isEqualTo(pieces(topology))
        .isEqualTo(
            Components.of(
                Sketch.random(seed, 30, 22).topology(seed + 1).network(Viewer.EVERYTHING),
                _ -> true));
  }

  /// Joins by joining, until nothing changes.
  private static List<List<ResourceId>> pieces(Topology topology) {
    Map<String, Set<String>> piece = new TreeMap<>();
    Sketch.ids(topology).forEach(id -> piece.put(id, new TreeSet<>(Set.of(id))));
    for (Edge edge : Sketch.edges(topology)) {
      Set<String> joined = new TreeSet<>(piece.get(edge.source().toString()));
      joined.addAll(piece.get(edge.target().toString()));
      joined.forEach(id -> piece.put(id, joined));
    }
    return new HashSet<>(piece.values())
        .stream()
            .map(ids -> ids.stream().map(ResourceId::parse).toList())
            .sorted(
                Comparator.comparingInt((List<ResourceId> ids) -> -ids.size())
                    .thenComparing(ids -> ids.getFirst().toString()))
            .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCircleIsFoundOnceAndByItsShortestWay(long seed) {
    Topology topology = Sketch.random(seed, 9, 30).topology(seed);
    Map<String, Set<String>> next = new TreeMap<>();
    for (Edge edge : Sketch.edges(topology)) {
      if (edge.relation().equals(Sketch.OWNS) && edge.state() == EdgeState.RESOLVED) {
        next.computeIfAbsent(edge.source().toString(), _ -> new TreeSet<>())
            .add(edge.target().toString());
      }
    }
    List<String> expected = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String id : Sketch.ids(topology)) {
      List<List<String>> circles = circles(id, next);
      if (!circles.isEmpty() && done.add(id)) {
        expected.add(circles.getFirst().toString());
        circles.forEach(done::addAll);
        reachEachOther(id, next).forEach(done::add);
      }
    }

    assertThat(Cycles.of(topology.network(Viewer.EVERYTHING), Set.of(Sketch.OWNS)))
        .extracting(Object::toString)
        .isEqualTo(expected);
  }

  private static Set<String> reachEachOther(String id, Map<String, Set<String>> next) {
    Set<String> group = new HashSet<>();
    for (String other : reached(id, next)) {
      if (reached(other, next).contains(id)) {
        group.add(other);
      }
    }
    return group;
  }

  private static Set<String> reached(String id, Map<String, Set<String>> next) {
    Set<String> reached = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      for (String other : next.getOrDefault(open.removeLast(), Set.of())) {
        if (reached.add(other)) {
          open.add(other);
        }
      }
    }
    return reached;
  }

  /// All circles through an object without another twice, shortest first.
  private static List<List<String>> circles(String id, Map<String, Set<String>> next) {
    List<List<String>> circles = new ArrayList<>();
    List<List<String>> open = new ArrayList<>(List.of(List.of(id)));
    while (!open.isEmpty()) {
      List<String> way = open.removeLast();
      for (String other : next.getOrDefault(way.getLast(), Set.of())) {
        if (other.equals(id)) {
          circles.add(way);
        } else if (!way.contains(other)) {
          List<String> longer = new ArrayList<>(way);
          longer.add(other);
          open.add(longer);
        }
      }
    }
    circles.sort(
        Comparator.comparingInt((List<String> way) -> way.size())
            .thenComparing(way -> String.join("\0", way)));
    return circles;
  }
}
