package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockLayoutsTest {
  @Test
  void anyBlockIsDrawnCleanly() {
    int bad = 0;
    try (BlockLayouts layouts = new BlockLayouts(2)) {
      for (long seed = 0; seed < 3000; seed++) {
        RandomBlocks block = RandomBlocks.of(seed, 12+(int)(seed%50));
        BlockGeometry geometry = layouts.lay(BlockGraph.of(block.boxes(), block.lines()));
        Verified verified = Verified.of(block.boxes(), block.lines(), geometry);
        if (!verified.faults().isEmpty()) { bad++; System.out.println(seed + " " + geometry.method() + " " + block.boxes().size() + " " + block.lines().size() + " " + verified.faults().size() + " " + verified.faults().getFirst()); }
      }
      System.out.println("bad " + bad + " fallbacks " + layouts.fallbacks());
    }
  }
}
