package io.kubilitics.model.drawing;

import io.kubilitics.model.Point;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// One object with everything it has relations with, on top of a drawing.
///
/// @param id what is selected
/// @param touched cards at the other ends, those that are drawn
/// @param routes lines that leave a block, on the canvas; those inside blocks are in the blocks
/// @param pills what cannot be drawn as a line, told at the card: `runs on 3 Nodes`
public record Lit(ResourceId id, List<ResourceId> touched, List<Route> routes, List<Pill> pills) {
  public Lit {
    touched = List.copyOf(touched);
    routes = List.copyOf(routes);
    pills = List.copyOf(pills);
  }

  /// A short text on the canvas.
  ///
  /// @param at its middle
  public record Pill(Point at, Label text) {}
}
