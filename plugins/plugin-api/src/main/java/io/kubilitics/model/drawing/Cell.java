package io.kubilitics.model.drawing;

import io.kubilitics.model.ResourceId;
import java.util.List;

/// One Pod in the card of its workload.
///
/// @param number which cell of the card it has: [CardShape#cell]
/// @param name what follows the name of its owner
/// @param why one line for hovering, or `""`
/// @param volumes its own claims and volumes, drawn inside it when the cells are large
public record Cell(
    ResourceId id, int number, Label name, Look look, String why, List<Strip> volumes) {
  public Cell {
    volumes = List.copyOf(volumes);
  }

  /// A line in a cell: a claim of the Pod, with the volume it is bound to.
  ///
  /// @param tail what stands at its right end
  public record Strip(ResourceId id, Label name, Label tail, Look look) {}
}
