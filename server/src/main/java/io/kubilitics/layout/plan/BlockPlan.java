package io.kubilitics.layout.plan;

import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import java.util.List;

/// One block of a frame.
///
/// @param key the id of its first root, or a word for the blocks there is one of
/// @param title the name of the app, not cut
/// @param roots its workloads, in the fixed order; empty when it has none
/// @param slot in its frame; may be larger than what is in it
/// @param cards in the canonical order
public record BlockPlan(
    String key,
    Block.Type type,
    String title,
    List<ResourceId> roots,
    Rect slot,
    List<CardPlan> cards,
    List<RoutePlan> routes) {
  public BlockPlan {
    roots = List.copyOf(roots);
    cards = List.copyOf(cards);
    routes = List.copyOf(routes);
  }

  /// The same block in another slot.
  public BlockPlan at(Rect slot) {
    return slot.equals(this.slot)
        ? this
        : new BlockPlan(key, type, title, roots, slot, cards, routes);
  }
}
