package io.kubilitics.layout;

import io.kubilitics.layout.drawing.Disturbance;
import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.TopologyDelta;
import java.util.LinkedHashSet;
import java.util.Set;

/// What changed since a layout was last brought up to date: deltas merged while it was busy. Holds
/// no more than [#MOST] names; above that only the knowledge that it is too much to follow singly.
/// Not safe for threads.
public final class Touched {
  static final int MOST = 50_000;

  /// The ends of an edge.
  record Pair(ResourceId source, ResourceId target) {}

  private final Set<ResourceId> nodes = new LinkedHashSet<>();
  private final Set<Pair> edges = new LinkedHashSet<>();
  private boolean everything;

  public Touched() {}

  /// One that is taken for a change of everything.
  public static Touched everything() {
    Touched touched = new Touched();
    touched.everything = true;
    return touched;
  }

  public static Touched of(TopologyDelta delta) {
    Touched touched = new Touched();
    touched.add(delta);
    return touched;
  }

  public void add(TopologyDelta delta) {
    if (everything) {
      return;
    }
    for (Node node : delta.nodesPut()) {
      nodes.add(node.id());
    }
    nodes.addAll(delta.nodesGone());
    addEnds(delta.edgesPut());
    addEnds(delta.edgesGone());
    if (nodes.size() + edges.size() > MOST) {
      everything = true;
      nodes.clear();
      edges.clear();
    }
  }

  /// Adds what another knows.
  public void add(Touched other) {
    if (everything) {
      return;
    }
    nodes.addAll(other.nodes);
    edges.addAll(other.edges);
    if (other.everything || nodes.size() + edges.size() > MOST) {
      everything = true;
      nodes.clear();
      edges.clear();
    }
  }

  private void addEnds(Iterable<Edge> changed) {
    for (Edge edge : changed) {
      edges.add(new Pair(edge.source(), edge.target()));
    }
  }

  public boolean isEmpty() {
    return !everything && nodes.isEmpty() && edges.isEmpty();
  }

  /// The same as those who count what is drawn want to know it.
  public Disturbance disturbance() {
    if (everything) {
      return Disturbance.EVERYTHING;
    }
    Set<ResourceId> ends = new LinkedHashSet<>();
    for (Pair edge : edges) {
      ends.add(edge.source());
      ends.add(edge.target());
    }
    return new Disturbance(false, Set.copyOf(nodes), ends);
  }

  boolean isEverything() {
    return everything;
  }

  Set<ResourceId> nodes() {
    return nodes;
  }

  Set<Pair> edges() {
    return edges;
  }
}
