package io.kubilitics.layout.street;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.RelationType.Layout;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One edge of what is selected, as seen from there.
///
/// @param out whether the selected is the source
/// @param relation the number of the relation
/// @param own handle of the end that is selected
/// @param far handle of the other end
/// @param other the other end
/// @param category what the edge is shown under
record Tie(
    boolean out,
    Relation name,
    int relation,
    int own,
    int far,
    ResourceId other,
    Category category) {
  /// Every edge of these objects to others, those that are never drawn left out.
  ///
  /// @param own what is selected
  /// @param inside what stands in the same card
  static List<Tie> of(Network network, List<ResourceId> own, Set<ResourceId> inside) {
    List<Tie> ties = new ArrayList<>();
    for (ResourceId id : own) {
      int handle = network.find(id);
      if (handle != Network.NOBODY) {
        network.forEachOut(
            handle, (relation, far) -> add(network, true, relation, id, handle, far, inside, ties));
        network.forEachIn(
            handle,
            (relation, far) -> add(network, false, relation, id, handle, far, inside, ties));
      }
    }
    return ties;
  }

  private static void add(
      Network network,
      boolean out,
      int relation,
      ResourceId id,
      int own,
      int far,
      Set<ResourceId> inside,
      List<Tie> ties) {
    RelationType type = network.relation(relation);
    Node node = network.node(far);
    if (type.layout() != Layout.NEVER && node != null && !inside.contains(node.id())) {
      ResourceId target = out ? node.id() : id;
      ties.add(
          new Tie(
              out, type.relation(), relation, own, far, node.id(), type.category(target.kind())));
    }
  }

  Edge edge(Network network) {
    return out ? network.edge(own, relation, far) : network.edge(far, relation, own);
  }
}
