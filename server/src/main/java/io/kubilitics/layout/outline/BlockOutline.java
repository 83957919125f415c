package io.kubilitics.layout.outline;

import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import java.util.List;

/// One block: its cards and the lines between them.
///
/// @param key the same as long as its first root is there
/// @param roots its workloads, in the fixed order; empty when it has none
/// @param cards by rank of their kind, then natural order of their names
/// @param lines by source, target, category; empty for a grid
public record BlockOutline(
    String key,
    Block.Type type,
    String title,
    List<ResourceId> roots,
    List<CardOutline> cards,
    List<LineOutline> lines) {
  public BlockOutline {
    roots = List.copyOf(roots);
    cards = List.copyOf(cards);
    lines = List.copyOf(lines);
  }
}
