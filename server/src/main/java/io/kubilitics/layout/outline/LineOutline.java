package io.kubilitics.layout.outline;

import io.kubilitics.layout.plan.RoutePlan.Ends;
import io.kubilitics.model.RelationType.Category;
import java.util.List;

/// All edges of one category from one card to another, and from what is folded into them.
///
/// @param source index of a card in its block
/// @param target index of a card in its block
/// @param count how many edges it stands for
/// @param edges some of them, those between the cards' own objects first
public record LineOutline(int source, int target, Category category, int count, List<Ends> edges) {
  public LineOutline {
    edges = List.copyOf(edges);
  }
}
