package io.kubilitics.layout.drawing;

import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.function.Consumer;

/// Of which other objects a card tells more than that they are there: a Service of how ready its
/// EndpointSlices and Pods are. Whoever draws a card again when something changes must know.
final class FarFacts {
  /// Read from its target's card.
  static final Relation BACKS = new Relation("backs");

  /// Read from its source's card.
  static final Relation SELECTS = new Relation("selects");

  private FarFacts() {}

  /// Tells of every object whose card may say something of this one.
  static void forEachReader(Sight sight, ResourceId id, Consumer<ResourceId> reader) {
    Network network = sight.network();
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      return;
    }
    int backs = sight.number(BACKS);
    int selects = sight.number(SELECTS);
    network.forEachOut(
        handle,
        (relation, other) -> {
          if (relation == backs) {
            tell(network, other, reader);
          }
        });
    network.forEachIn(
        handle,
        (relation, other) -> {
          if (relation == selects) {
            tell(network, other, reader);
          }
        });
  }

  private static void tell(Network network, int handle, Consumer<ResourceId> reader) {
    Node node = network.node(handle);
    if (node != null) {
      reader.accept(node.id());
    }
  }
}
