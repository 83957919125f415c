package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Objects that wait for each other in a circle; told once, at the first of them by id, with the
/// shortest way round.
final class DependencyCycle implements Check {
  private static final String DEPENDS_ON = "depends-on";
  private static final int MOST_VISITED = 10_000;

  @Override
  public Code code() {
    return Code.KUB070;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    if (subject.targets(DEPENDS_ON).isEmpty()) {
      return;
    }
    List<ResourceId> cycle = cycle(subject);
    if (cycle.isEmpty() || !Collections.min(cycle).equals(subject.id())) {
      return;
    }
    String way = cycle.stream().map(Names::of).collect(Collectors.joining(" → "));
    report.add(
        subject.finding(
            code(),
            Level.ERROR,
            "",
            "It waits for itself: " + way + " → " + Names.of(subject.id()) + ".",
            cycle.stream().skip(1).limit(10).toArray(ResourceId[]::new)));
  }

  /// The shortest way back to the subject, from it on; nothing when there is none.
  private static List<ResourceId> cycle(Subject subject) {
    Network network = subject.world().network();
    int dependsOn = subject.world().relation(DEPENDS_ON);
    int start = network.find(subject.id());
    Map<Integer, Integer> cameFrom = new HashMap<>();
    ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty() && cameFrom.size() < MOST_VISITED) {
      int at = waiting.remove();
      List<Integer> next = new ArrayList<>();
      network.forEachOut(
          at,
          (relation, other) -> {
            if (relation == dependsOn) {
              next.add(other);
            }
          });
      for (int other : next) {
        if (cameFrom.putIfAbsent(other, at) == null) {
          waiting.add(other);
        }
      }
      if (cameFrom.containsKey(start)) {
        return wayBack(network, cameFrom, start);
      }
    }
    return List.of();
  }

  private static List<ResourceId> wayBack(
      Network network, Map<Integer, Integer> cameFrom, int start) {
    List<ResourceId> way = new ArrayList<>();
    Integer at = start;
    do {
      at = cameFrom.get(at);
      Node node = at == null ? null : network.node(at);
      if (at == null || node == null) {
        return List.of();
      }
      way.addFirst(node.id());
    } while (at != start);
    return way;
  }
}
