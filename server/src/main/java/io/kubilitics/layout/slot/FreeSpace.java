package io.kubilitics.layout.slot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The room between boxes: one slab below each box and each piece of the upper edge, down to the
/// next box or, below the lowest ones, without end. Whatever fits somewhere and is moved up as far
/// as it goes touches the top of a slab, so that looking along these tops finds a place if there is
/// one. For one thread.
final class FreeSpace {
  private static final int ENDLESS = Integer.MAX_VALUE;

  private record Slab(int left, int right, int top, int bottom) {
    boolean hasRoomFor(int height) {
      return bottom == ENDLESS || bottom - top >= height;
    }
  }

  /// A place for a box.
  ///
  /// @param cost distance from where it should be, and growth of the container, weighted
  record Place(int x, int y, long cost) {
    boolean isBetterThan(@Nullable Place other) {
      return other == null || cost < other.cost;
    }
  }

  private final PackingRules rules;
  private final Ground ground;
  private final List<Slab> slabs = new ArrayList<>();
  private int right;
  private int bottom;

  FreeSpace(PackingRules rules, Ground ground) {
    this.rules = rules;
    this.ground = ground;
    Boxes boxes = ground.boxes();
    this.right = boxes.right();
    this.bottom = boxes.bottom();
    Skyline skyline = new Skyline(Math.max(1, right));
    for (int box : boxes.downwards()) {
      collect(skyline, box);
      skyline.lower(boxes.left(box), boxes.right(box), boxes.bottom(box));
    }
    for (int step = 0; step < skyline.steps(); step++) {
      slabs.add(new Slab(skyline.left(step), skyline.right(step), skyline.depth(step), ENDLESS));
    }
  }

  private void collect(Skyline skyline, int box) {
    Boxes boxes = ground.boxes();
    int to = boxes.right(box);
    int top = boxes.top(box);
    for (int step = skyline.stepAt(boxes.left(box));
        step < skyline.steps() && skyline.left(step) < to;
        step++) {
      if (skyline.depth(step) < top) {
        int left = Math.max(skyline.left(step), boxes.left(box));
        slabs.add(new Slab(left, Math.min(skyline.right(step), to), skyline.depth(step), top));
      }
    }
  }

  /// The cheapest place for a box, the first of equals.
  ///
  /// @param wishX where it should be, as near as possible
  /// @param growthWeight how much one unit of growth of the container counts against one of distance
  Place find(int width, int height, int wishX, int wishY, long growthWeight) {
    Place best = placed(right, 0, width, height, wishX, wishY, growthWeight);
    for (Slab slab : slabs) {
      if (!slab.hasRoomFor(height)) {
        continue;
      }
      int x = along(slab, slab.left(), width, height);
      int wished = along(slab, Math.max(slab.left(), wishX), width, height);
      for (int candidate : new int[] {x, wished}) {
        if (candidate < slab.right()) {
          Place place =
              placed(candidate, slab.top(), width, height, wishX, wishY, growthWeight);
          best = place.isBetterThan(best) ? place : best;
        }
      }
    }
    return best;
  }

  /// The first free place along the top of a slab, or one beyond it.
  private int along(Slab slab, int from, int width, int height) {
    int x = from;
    while (x < slab.right()) {
      int hit = ground.firstIn(x, slab.top(), width, height);
      if (hit < 0) {
        return x;
      }
      x = ground.boxes().right(hit);
    }
    return x;
  }

  private Place placed(
      int x, int y, int width, int height, int wishX, int wishY, long growthWeight) {
    long distance = (long) Math.abs(x - wishX) + Math.abs(y - wishY);
    return new Place(x, y, growth(x + width, y + height) * growthWeight + distance);
  }

  /// How much the container grows when something reaches this far: its two sides, and the width of
  /// the shape aimed at around it.
  private long growth(int toRight, int toBottom) {
    int newRight = Math.max(right, toRight);
    int newBottom = Math.max(bottom, toBottom);
    return (newRight - right)
        + (newBottom - bottom)
        + rules.enclosingWidth(newRight, newBottom)
        - rules.enclosingWidth(right, bottom);
  }

  /// A box has been put here.
  void taken(int x, int y, int width, int height) {
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
    slabs.add(new Slab(x, x + width, y + height, ENDLESS));
  }

  /// A box has been taken away from here.
  void vacated(int x, int y, int width, int height) {
    slabs.add(new Slab(x, x + width, y, y + height));
  }
}
