package io.kubilitics.api.stream.status;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much of a topology a viewer sees.
///
/// @param nodes all of them: objects, what is referred to and not there, and what is outside
/// @param objects of each kind
record Counts(int nodes, SortedMap<Kind, Integer> objects) {
  static final Counts NONE = new Counts(0, new TreeMap<>());

  Counts {
    objects = Collections.unmodifiableSortedMap(objects);
  }

  static Counts of(Topology topology, Viewer viewer) {
    SortedMap<Kind, Integer> objects = new TreeMap<>();
    Network network = topology.network(viewer);
    for (int handle = 0; handle < network.limit(); handle++) {
      if (network.node(handle) instanceof Node.Present present) {
        objects.merge(present.id().kind(), 1, Integer::sum);
      }
    }
    return new Counts(topology.nodeCount(viewer), objects);
  }
}
