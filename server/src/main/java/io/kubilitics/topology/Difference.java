package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the delta between two revisions from what was touched in between.
final class Difference {
  private final Revision before;
  private final Revision now;
  private final List<Node> nodesPut = new ArrayList<>();
  private final List<ResourceId> nodesGone = new ArrayList<>();
  private final List<Edge> edgesPut = new ArrayList<>();
  private final List<Edge> edgesGone = new ArrayList<>();

  private Difference(Revision before, Revision now) {
    this.before = before;
    this.now = now;
  }

  static TopologyDelta between(Revision before, Revision now, Touched touched) {
    if (touched.isEverything()) {
      touchAll(before.tables(), touched);
      touchAll(now.tables(), touched);
    }
    Difference difference = new Difference(before, now);
    touched.nodes().forEach(difference::node);
    touched.edges().forEach(pair -> difference.edges((int) (pair >>> 32), (int) pair.longValue()));
    return difference.sorted();
  }

  private static void touchAll(GraphTables tables, Touched touched) {
    for (int handle = 0; handle < tables.limit(); handle++) {
      int source = handle;
      touched.node(handle);
      tables.forEachEdge(handle, link -> touched.edge(source, Link.target(link)));
    }
  }

  /// Everything there is.
  static TopologyDelta fromEmpty(Revision now) {
    Difference difference = new Difference(Revision.EMPTY, now);
    for (int handle = 0; handle < now.tables().limit(); handle++) {
      difference.node(handle);
      int source = handle;
      now.tables()
          .forEachEdge(
              handle,
              link ->
                  difference.edgesPut.add(
                      now.tables().edge(source, Link.target(link), Link.relation(link))));
    }
    return difference.sorted();
  }

  private void node(int handle) {
    @Nullable Node old = before.tables().shown(handle);
    @Nullable Node fresh = now.tables().shown(handle);
    if (old != null && (fresh == null || !fresh.id().equals(old.id()))) {
      nodesGone.add(old.id());
    }
    if (fresh != null && !fresh.equals(old)) {
      nodesPut.add(fresh);
    }
  }

  private void edges(int source, int target) {
    Map<Integer, Edge> old = edgesOf(before.tables(), source, target);
    Map<Integer, Edge> fresh = edgesOf(now.tables(), source, target);
    fresh.forEach((relation, edge) -> {
      if (!edge.equals(old.get(relation))) {
        edgesPut.add(edge);
      }
    });
    old.forEach((relation, edge) -> {
      if (!fresh.containsKey(relation)) {
        edgesGone.add(edge);
      }
    });
  }

  private static Map<Integer, Edge> edgesOf(GraphTables tables, int source, int target) {
    Map<Integer, Edge> edges = new TreeMap<>();
    tables
        .out(source)
        .forEach(
            Link.firstOfTarget(target),
            Link.afterTarget(target),
            link ->
                edges.computeIfAbsent(
                    Link.relation(link), relation -> tables.edge(source, target, relation)));
    return edges;
  }

  private TopologyDelta sorted() {
    nodesPut.sort(Comparator.comparing(node -> node.id().toString()));
    nodesGone.sort(Comparator.comparing(ResourceId::toString));
    edgesPut.sort(Comparator.comparing(Edge::id));
    edgesGone.sort(Comparator.comparing(Edge::id));
    return new TopologyDelta(
        before.revision(), now.revision(), nodesPut, nodesGone, edgesPut, edgesGone);
  }
}
