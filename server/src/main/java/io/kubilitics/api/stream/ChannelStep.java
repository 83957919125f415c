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
      collectEdges(id);
    }
  }

  /// The edges of a node that came in or went out and is still there. Those of a node that is gone
  /// are gone, too: the deltas say so.
  private void collectEdges(ResourceId id) {
    Network network = now.network();
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      return;
    }
    network.forEachOut(handle, (relation, other) -> collect(relation, handle, other));
    network.forEachIn(handle, (relation, other) -> collect(relation, other, handle));
  }

  private void collect(int relation, int source, int target) {
    if (now.shows(relation)) {
      Edge edge = now.network().edge(source, relation, target);
      edges.putIfAbsent(edge.id(), new Told(edge, true, false));
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
