package io.kubilitics.layout.block;

import io.kubilitics.model.Size;

/// One card to be placed.
///
/// @param kindOrder rank of the card's kind in the fixed order of kinds
/// @param name tells apart cards of one kind that stand alike in the graph
/// @param size in map units, both sides multiples of 4, from 24 to 65,536
/// @param workload true for a card with a header and cells, whose ports keep clear of the strip
///   between them; false for a simple card
public record Box(int kindOrder, String name, Size size, boolean workload) {
  /// So low a card still has room for a port of every category.
  private static final int SMALLEST = 24;

  private static final int LARGEST = 1 << 16;

  public Box {
    if (kindOrder < 0 || kindOrder > LARGEST) {
      throw new IllegalArgumentException("not a rank of a kind: " + kindOrder);
    }
    require(size.width());
    require(size.height());
  }

  private static void require(int side) {
    if (side < SMALLEST || side > LARGEST || side % Grid.STEP != 0) {
      throw new IllegalArgumentException("not a side of a card: " + side);
    }
  }
}
