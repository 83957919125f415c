package io.kubilitics.layout.plan;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import java.util.Optional;
import java.util.function.Predicate;

/// What a card is called before a viewer: after its own object, or, who may not know of that, after
/// the first object in it that he sees.
public final class CardName {
  private CardName() {}

  /// The object the card goes by; nothing when nothing of it is seen.
  ///
  /// @param network as far as the viewer may see it
  /// @param isSeen whether an object of the network is shown
  public static Optional<ResourceId> of(
      CardPlan card, Network network, Predicate<ResourceId> isSeen) {
    return network.find(card.id()) == Network.NOBODY
        ? card.objects().filter(isSeen).findFirst()
        : Optional.of(card.id());
  }
}
