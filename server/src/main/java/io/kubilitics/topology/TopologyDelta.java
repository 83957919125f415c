package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// What differs between two revisions, each list ordered by id.
///
/// @param nodesPut nodes that are new or changed
/// @param nodesGone ids of nodes that are in the older revision only
/// @param edgesPut edges that are new or whose state or evidence changed
/// @param edgesGone edges that are in the older revision only
public record TopologyDelta(
    long fromRevision,
    long toRevision,
    List<Node> nodesPut,
    List<ResourceId> nodesGone,
    List<Edge> edgesPut,
    List<Edge> edgesGone) {

  public boolean isEmpty() {
    return nodesPut.isEmpty() && nodesGone.isEmpty() && edgesPut.isEmpty() && edgesGone.isEmpty();
  }
}
