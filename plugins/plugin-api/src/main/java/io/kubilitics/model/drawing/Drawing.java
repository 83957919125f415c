package io.kubilitics.model.drawing;

import io.kubilitics.model.Rect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One picture: what every screen and every export paints. Immutable; equal for equal input.
///
/// @param bounds everything there is, on the canvas; may begin left of and above 0
/// @param window the part of the canvas that is filled in: blocks outside it are left out
/// @param regions one for each cluster, side by side
/// @param lit what is selected, or null
public record Drawing(
    Level level, Rect bounds, Rect window, List<Region> regions, @Nullable Lit lit) {
  public Drawing {
    regions = List.copyOf(regions);
  }
}
