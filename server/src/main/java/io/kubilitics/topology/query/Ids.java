package io.kubilitics.topology.query;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// From handles, which mean nothing outside, to ids in the order of every output.
final class Ids {
  private Ids() {}

  static ResourceId of(Network network, int handle) {
    Node node = network.node(handle);
    if (node == null) {
      throw new IllegalArgumentException("no node " + handle);
    }
    return node.id();
  }

  static List<ResourceId> sorted(Network network, Collection<Integer> handles) {
    record Entry(String text, ResourceId id) {}
    return handles.stream()
        .map(handle -> of(network, handle))
        .map(id -> new Entry(id.toString(), id))
        .sorted(Comparator.comparing(Entry::text))
        .map(Entry::id)
        .toList();
  }
}
