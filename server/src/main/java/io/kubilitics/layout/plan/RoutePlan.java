package io.kubilitics.layout.plan;

import io.kubilitics.model.Point;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// How one line runs between two cards of a block.
///
/// @param source index of the card it leaves
/// @param target index of the card it meets
/// @param count how many edges it stands for
/// @param edges some of them, those between the cards' own objects first; at most
///   [io.kubilitics.model.drawing.Route#NAMED]
/// @param points in the block, from border to border; empty for a line that is not drawn
public record RoutePlan(
    int source, int target, Category category, int count, List<Ends> edges, List<Point> points) {
  public RoutePlan {
    edges = List.copyOf(edges);
    points = List.copyOf(points);
  }

  /// What names an edge.
  public record Ends(ResourceId source, Relation relation, ResourceId target) {}
}
