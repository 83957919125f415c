package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Measures how long blocks take, cold and warm, for the notes beside the code.
final class BlockTimes {
  private BlockTimes() {}

  public static void main(String[] args) {
    for (int round = 0; round < 3; round++) {
      for (Map.Entry<String, Sketch> entry : Sketches.all().entrySet()) {
        print(entry.getKey(), BlockGraph.of(entry.getValue().boxes(), entry.getValue().lines()));
      }
    }
    for (int[] bound :
        new int[][] {{150, 150}, {150, 600}, {400, 400}, {400, 1200}, {401, 500}, {401, 1300}, {5000, 4000}, {5000, 20000}, {20000, 100000}}) {
      for (int seed = 0; seed < 3; seed++) {
        print(bound[0] + "/" + bound[1], dense(bound[0], bound[1], seed));
      }
      print(bound[0] + "/" + bound[1] + " like an app", appLike(bound[0], bound[1]));
    }
  }

  private static BlockGraph dense(int boxes, int lines, int seed) {
    Random random = new Random(seed);
    RandomBlocks some = RandomBlocks.of(random, boxes, 1);
    List<Line> all = new ArrayList<>();
    while (all.size() < lines) {
      int from = random.nextInt(boxes);
      int to = random.nextInt(boxes);
      if (from != to) {
        all.add(new Line(from, to, io.kubilitics.model.RelationType.Category.values()[random.nextInt(8)]));
      }
    }
    return BlockGraph.of(some.boxes(), all);
  }

  private static BlockGraph appLike(int boxes, int lines) {
    RandomBlocks some = RandomBlocks.of(new Random(7), boxes, 1);
    List<Line> all = new ArrayList<>();
    Random random = new Random(8);
    while (all.size() < lines) {
      int from = random.nextInt(boxes);
      int to = random.nextInt(boxes);
      if (some.boxes().get(from).kindOrder() < some.boxes().get(to).kindOrder()) {
        all.add(new Line(from, to, io.kubilitics.model.RelationType.Category.values()[random.nextInt(4)]));
      }
    }
    return BlockGraph.of(some.boxes(), all);
  }

  private static void print(String name, BlockGraph graph) {
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      long start = System.nanoTime();
      BlockGeometry geometry = layouts.lay(graph);
      long cold = System.nanoTime() - start;
      start = System.nanoTime();
      layouts.lay(graph);
      long warm = System.nanoTime() - start;
      System.out.printf(
          "%s %d links %s %s: %,d us, known %,d us%n",
          name,
          graph.shape().links(),
          geometry.method(),
          geometry.size(),
          cold / 1000,
          warm / 1000);
    }
  }
}
