package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.Map;

/// One block as a drawing counts it: the objects in it, and the edges that leave one of them. All
/// blocks together are what is counted of the whole, because nothing stands twice. Immutable.
///
/// @param isSeen whether it is drawn at all
/// @param hidden objects in it that the filter refuses
/// @param folded likewise those without a card, by kind; and so on as in [Sums]
/// @param categories how many edges of each category leave it
record BlockCount(
    Tally tally,
    Look look,
    boolean isSeen,
    int hidden,
    Map<Kind, Integer> folded,
    Map<Kind, Integer> older,
    Map<Kind, Integer> missing,
    int inside,
    Map<Relation, Integer> lineless,
    Map<Category, Integer> categories) {

  /// Counts.
  ///
  /// @param sight of few
  static BlockCount of(BlockPlan plan, Sight sight) {
    BlockInventory inventory = BlockInventory.of(plan, sight);
    Census census = inventory.census();
    Connections connections = inventory.connections();
    return new BlockCount(
        inventory.count().tally(),
        inventory.count().look(),
        isSeen(plan, inventory.count().tally(), sight),
        hidden(plan, sight),
        Map.copyOf(census.folded()),
        Map.copyOf(census.older()),
        Map.copyOf(census.missing()),
        connections.inside(),
        Map.copyOf(connections.lineless()),
        Map.copyOf(connections.categories()));
  }

  Census.OfBlock ofBlock() {
    return new Census.OfBlock(tally, look, 1);
  }

  private static boolean isSeen(BlockPlan plan, Tally tally, Sight sight) {
    return !tally.equals(Tally.NOTHING)
        || plan.cards().stream().anyMatch(card -> sight.node(card.id()) != null);
  }

  private static int hidden(BlockPlan plan, Sight sight) {
    if (sight.shown().filter().equals(Shown.EVERYTHING)) {
      return 0;
    }
    int hidden = 0;
    for (ResourceId id : ids(plan)) {
      int handle = sight.network().find(id);
      if (handle != Network.NOBODY
          && sight.network().node(handle) instanceof Node.Present present
          && !sight.passes(present)) {
        hidden++;
      }
    }
    return hidden;
  }

  /// Everything that stands in a block.
  static Iterable<ResourceId> ids(BlockPlan plan) {
    return () -> plan.cards().stream().flatMap(CardPlan::objects).iterator();
  }
}
