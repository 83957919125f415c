package io.kubilitics.topology.query;

import io.kubilitics.model.Edge;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The edges at one node, less those of hidden relations. An edge is made when it is read.
public record Neighbours(Network network, int handle) {
  private static final Comparator<Far> ORDER =
      Comparator.comparing(Far::id).thenComparingInt(Far::relation);

  /// The far end of an edge.
  private record Far(String id, int relation, int handle) {}

  /// Ordered by relation, then by the text of the target's id: the order of edge ids.
  public Stream<Edge> out() {
    List<Far> ends = new ArrayList<>();
    network.forEachOut(handle, (relation, other) -> add(ends, relation, other));
    return ends.stream()
        .sorted(Comparator.comparingInt(Far::relation).thenComparing(Far::id))
        .map(far -> network.edge(handle, far.relation(), far.handle()));
  }

  /// Ordered by the text of the source's id, then by relation: the order of edge ids.
  public Stream<Edge> in() {
    List<Far> ends = new ArrayList<>();
    network.forEachIn(handle, (relation, other) -> add(ends, relation, other));
    return ends.stream()
        .sorted(ORDER)
        .map(far -> network.edge(far.handle(), far.relation(), handle));
  }

  private void add(List<Far> ends, int relation, int other) {
    Node node = network.node(other);
    if (node != null && !network.relation(relation).hidden()) {
      ends.add(new Far(node.id().toString(), relation, other));
    }
  }
}
