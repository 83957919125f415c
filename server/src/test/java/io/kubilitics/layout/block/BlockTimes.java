package io.kubilitics.layout.block;

import io.kubilitics.model.RelationType.Category;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;

/// Measures how long blocks take when their shape is new, for the notes beside the code: the first
/// time in the process, and the best of several.
final class BlockTimes {
  private static final Category[] CATEGORIES = {
    Category.TRAFFIC, Category.POLICY, Category.STORAGE, Category.CONFIGURATION
  };
  private static final int ROUNDS = 7;

  private BlockTimes() {}

  public static void main(String[] args) {
    for (Map.Entry<String, Sketch> entry : Sketches.all().entrySet()) {
      print(entry.getKey(), BlockGraph.of(entry.getValue().boxes(), entry.getValue().lines()));
    }
    int[][] sizes = {{150, 150}, {150, 600}, {400, 400}, {400, 800}, {100, 200}};
    for (int[] size : sizes) {
      print("%d cards, %d lines".formatted(size[0], size[1]), random(size[0], size[1]));
    }
  }

  /// Lines between any two cards: far worse than any app.
  private static BlockGraph random(int boxes, int lines) {
    Random random = new Random(7);
    List<Line> all = new ArrayList<>();
    List<Box> cards = RandomBlocks.of(random, boxes, 1).boxes();
    while (all.size() < lines) {
      Category category = CATEGORIES[random.nextInt(CATEGORIES.length)];
      all.add(new Line(random.nextInt(boxes), random.nextInt(boxes), category));
    }
    return BlockGraph.of(cards, all);
  }

  private static void print(String name, BlockGraph graph) {
    long first = 0;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      Cpu cpu = new Cpu(new ElkLayered());
      try (BlockLayouts layouts = new BlockLayouts(1, cpu, Duration.ofMinutes(2), 0)) {
        layouts.lay(graph);
      }
      first = round == 0 ? cpu.nanos.sum() : first;
      best = Math.min(best, cpu.nanos.sum());
    }
    System.out.printf("%s: first %,d us, best %,d us%n", name, first / 1_000, best / 1_000);
  }

  /// Counts the processor time of its thread, so that a busy machine does not matter.
  private record Cpu(Layered layered, LongAdder nanos) implements Layered {
    Cpu(Layered layered) {
      this(layered, new LongAdder());
    }

    @Override
    public Placed lay(Shape part, Effort effort) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long start = threads.getCurrentThreadCpuTime();
      Placed placed = layered.lay(part, effort);
      nanos.add(threads.getCurrentThreadCpuTime() - start);
      return placed;
    }
  }
}
