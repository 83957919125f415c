package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;

/// What is counted in one block, as an [Inventory] has it of a whole plan.
record BlockInventory(Census census, DrawnLines lines, Connections connections) {
  /// Counts.
  ///
  /// @param sight of few
  static BlockInventory of(BlockPlan plan, Sight sight) {
    Census census = Census.of(plan, sight);
    DrawnLines lines = new DrawnLines(plan, census);
    return new BlockInventory(census, lines, new Connections(sight, census, lines));
  }

  Census.OfBlock count() {
    return census.frames().getFirst().blocks().getFirst();
  }
}
