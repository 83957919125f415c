package io.kubilitics.api.stream;

import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.TopologyDelta;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Works out what a filtered channel did between two revisions from what the topology did. Work is
/// proportional to what changed and to the edges of what came in or went out.
///
/// Whether something is in is asked of both revisions, so nothing has to be remembered of a channel
/// but its last revision.
final class ChannelStep {
  private final Membership before;
  private final Membership now;
  private final Changes changes;

  /// Objects that changed, came or went, and the ends of such edges.
  private final Set<ResourceId> touched = new LinkedHashSet<>();

  private final Set<ResourceId> valued = new HashSet<>();

  /// Edges that may have come in or gone out, with whether they are there now.
  private final Map<String, Told> edges = new LinkedHashMap<>();

  private record Told(Edge edge, boolean isThere, boolean isNews) {}

  private ChannelStep(Membership before, Membership now) {
    this.before = before;
    this.now = now;
    this.changes = new Changes(before.topology().revision(), now.topology().revision());
  }

  /// What happened between.
  ///
  /// @param deltas every one between the two revisions, in order
  static Changes between(Membership before, Membership now, List<TopologyDelta> deltas) {
    ChannelStep step = new ChannelStep(before, now);
    deltas.forEach(step::note);
    step.judgeNodes();
    step.judgeEdges();
    return step.changes;
  }

  private void note(TopologyDelta delta) {
    for (Node node : delta.nodesPut()) {
      touched.add(node.id());
      valued.add(node.id());
    }
    for (ResourceId id : delta.nodesGone()) {
      touched.add(id);
      valued.add(id);
    }
    delta.edgesPut().forEach(edge -> note(edge, true));
    delta.edgesGone().forEach(edge -> note(edge, false));
  }

  private void note(Edge edge, boolean isThere) {
    edges.put(edge.id(), new Told(edge, isThere, true));
    touched.add(edge.source());
    touched.add(edge.target());
  }

  /// Objects first: what is no object is in because of them.
  private void judgeNodes() {
    Set<ResourceId> neighbours = new LinkedHashSet<>();
    for (ResourceId id : touched) {
      boolean flipped = before.holds(id) != now.holds(id);
      if (flipped) {
        collectNeighbours(before, id, neighbours);
        collectNeighbours(now, id, neighbours);
      }
    }
    touched.forEach(this::judge);
    neighbours.removeAll(touched);
    neighbours.forEach(this::judge);
  }

  private static void collectNeighbours(
      Membership membership, ResourceId id, Set<ResourceId> into) {
    Network network = membership.network();
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      return;
    }
    Network.Visitor visitor =
        (relation, other) -> {
          Node node = network.node(other);
          if (membership.shows(relation) && node != null && !(node instanceof Node.Present)) {
            into.add(node.id());
          }
        };
    network.forEachOut(handle, visitor);
    network.forEachIn(handle, visitor);
  }

  private void judge(ResourceId id) {
    boolean was = before.holds(id);
    boolean is = now.holds(id);
    if (is && (!was || valued.contains(id))) {
      changes.node(id, true);
    }
    if (was && !is) {
      changes.node(id, false);
    }
    if (was != is) {
      collectEdges(before, id, false);
      collectEdges(now, id, true);
    }
  }

  /// The edges of a node that came in or went out. What the deltas say of an edge counts more.
  private void collectEdges(Membership membership, ResourceId id, boolean isThere) {
    Network network = membership.network();
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      return;
    }
    network.forEachOut(
        handle, (relation, other) -> collect(membership, relation, handle, other, isThere));
    network.forEachIn(
        handle, (relation, other) -> collect(membership, relation, other, handle, isThere));
  }

  private void collect(
      Membership membership, int relation, int source, int target, boolean isThere) {
    if (!membership.shows(relation)) {
      return;
    }
    Edge edge = membership.network().edge(source, relation, target);
    Told told = edges.get(edge.id());
    if (told == null || !told.isNews()) {
      edges.put(edge.id(), new Told(edge, isThere, false));
    }
  }

  private void judgeEdges() {
    for (Told told : edges.values()) {
      boolean was = before.holds(told.edge());
      boolean is = told.isThere() && now.holds(told.edge());
      if (is && (!was || told.isNews())) {
        changes.edge(told.edge(), true);
      }
      if (was && !is) {
        changes.edge(told.edge(), false);
      }
    }
  }
}
