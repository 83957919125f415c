package io.kubilitics.layout.block;

import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Blocks of all sorts, each told by its seed.
record RandomBlocks(List<Box> boxes, List<Line> lines) {
  private static final int KINDS = 12;

  /// Of up to so many boxes; mostly like an app, at times without any sense.
  static RandomBlocks of(long seed, int most) {
    Random random = new Random(seed);
    return of(random, random.nextInt(most + 1), random.nextInt(4));
  }

  static RandomBlocks of(Random random, int count, int manner) {
    List<Box> boxes = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      boolean workload = random.nextInt(4) == 0;
      int kind = workload ? 5 + random.nextInt(2) : random.nextInt(KINDS);
      boxes.add(new Box(kind, "box-" + at, size(random, workload, manner), workload));
    }
    List<Line> lines = new ArrayList<>();
    if (count > 25 && random.nextInt(3) == 0) {
      fan(random, count, boxes, lines);
    }
    int most = lines.isEmpty() ? count * (1 + manner) : count / 4;
    int wanted = count == 0 ? 0 : random.nextInt(1 + most);
    for (int at = 0; at < wanted; at++) {
      int from = random.nextInt(count);
      int to = random.nextInt(count);
      boolean turned = boxes.get(from).kindOrder() > boxes.get(to).kindOrder();
      if (turned && manner < 2) {
        int other = from;
        from = to;
        to = other;
      }
      lines.add(new Line(from, to, category(random, manner)));
    }
    return new RandomBlocks(boxes, lines);
  }

  /// A card with many others of one size around it, on either side; other lines may still spoil it.
  private static void fan(Random random, int count, List<Box> boxes, List<Line> lines) {
    Category category = category(random, 1);
    boolean outward = random.nextBoolean();
    for (int at = 1; at < count * 3 / 4; at++) {
      boxes.set(at, new Box(outward ? 11 : 0, "box-" + at, new Size(168, 40), false));
      lines.add(outward ? new Line(0, at, category) : new Line(at, 0, category));
    }
  }

  private static Size size(Random random, boolean workload, int manner) {
    if (manner == 3) {
      return new Size(24 + 4 * random.nextInt(60), 24 + 4 * random.nextInt(40));
    }
    return workload ? new Size(252, 108 + 28 * random.nextInt(4)) : new Size(168, 40);
  }

  private static Category category(Random random, int manner) {
    Category[] all = Category.values();
    return all[random.nextInt(manner == 0 ? 4 : all.length)];
  }
}
