package io.kubilitics.api.stream;

import io.kubilitics.model.Edge;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What of one revision passes the filters of a channel, asked one node or edge at a time: the same
/// as [Topology#select] of a query without namespaces and focus says of all. An object is in when
/// it passes; a ghost or something outside of the cluster when an object that is in has a relation
/// with it; an edge when both its ends are. Used by one thread.
public final class Membership {
  private final Topology topology;
  private final TopologyQuery part;
  private final Network network;
  private final BitSet relations;

  public Membership(Topology topology, TopologyQuery part, Viewer viewer) {
    this.topology = topology;
    this.part = part;
    this.network = topology.network(viewer);
    this.relations = wanted(network, part);
  }

  private static BitSet wanted(Network network, TopologyQuery part) {
    BitSet wanted = new BitSet();
    for (int number = 0; number < network.relations(); number++) {
      RelationType type = network.relation(number);
      wanted.set(
          number,
          part.relations().isEmpty()
              ? !type.hidden() && type.storage() != RelationType.Storage.ON_DEMAND
              : part.relations().contains(type.relation()));
    }
    return wanted;
  }

  Topology topology() {
    return topology;
  }

  Network network() {
    return network;
  }

  /// Whether edges of this relation may be in.
  boolean shows(int relation) {
    return relations.get(relation);
  }

  /// The handle of a node that is in, or [Network#NOBODY].
  int find(ResourceId id) {
    int handle = network.find(id);
    return handle != Network.NOBODY && holds(handle) ? handle : Network.NOBODY;
  }

  public boolean holds(ResourceId id) {
    return find(id) != Network.NOBODY;
  }

  boolean holds(int handle) {
    Node node = network.node(handle);
    return switch (node) {
      case null -> false;
      case Node.Present present -> passes(present);
      case Node.Ghost _, Node.Outside _ -> isWantedKind(node) && isNeighbour(handle);
    };
  }

  /// Whether an edge that is there is in.
  boolean holds(Edge edge) {
    return (part.relations().isEmpty()
            ? isShownByDefault(edge)
            : part.relations().contains(edge.relation()))
        && holds(edge.source())
        && holds(edge.target());
  }

  private boolean isShownByDefault(Edge edge) {
    for (int number = 0; number < network.relations(); number++) {
      if (network.relation(number).relation().equals(edge.relation())) {
        return relations.get(number);
      }
    }
    return false;
  }

  private boolean isWantedKind(Node node) {
    return part.kinds().isEmpty() || part.kinds().contains(node.id().kind());
  }

  private boolean passes(Node.Present present) {
    return isWantedKind(present)
        && (part.health().isEmpty() || part.health().contains(present.health().status()))
        && part.labels().matches(present.resource().labels());
  }

  private boolean isNeighbour(int handle) {
    boolean[] found = {false};
    Network.Visitor visitor =
        (relation, other) ->
            found[0] |= !found[0] && relations.get(relation) && isPassing(network.node(other));
    network.forEachIn(handle, visitor);
    if (!found[0]) {
      network.forEachOut(handle, visitor);
    }
    return found[0];
  }

  private boolean isPassing(@Nullable Node node) {
    return node instanceof Node.Present present && passes(present);
  }
}
