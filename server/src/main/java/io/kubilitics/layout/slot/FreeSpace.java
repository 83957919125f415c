package io.kubilitics.layout.slot;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
  /// @param growth of the container, by [PackingRules#growth]
  /// @param distance from where it should be
  record Place(int x, int y, long growth, long distance) {
    /// For who comes: any hole is better than growth.
    static final Comparator<Place> LEAST_GROWTH =
        Comparator.comparingLong(Place::growth).thenComparingLong(Place::distance);

    /// For who moves: both count alike.
    static final Comparator<Place> LEAST_COST = Comparator.comparingLong(Place::cost);

    long cost() {
      return growth + distance;
    }
  }

  private final PackingRules rules;
  private final Ground ground;
  private final Boxes boxes;
  private final List<Slab> slabs = new ArrayList<>();

  FreeSpace(PackingRules rules, Ground ground) {
    this.rules = rules;
    this.ground = ground;
    this.boxes = ground.boxes();
    Skyline skyline = new Skyline(Math.max(1, boxes.right()));
    for (int box : boxes.downwards()) {
      collect(skyline, box);
      skyline.lower(boxes.left(box), boxes.right(box), boxes.bottom(box));
    }
    for (int step = 0; step < skyline.steps(); step++) {
      slabs.add(new Slab(skyline.left(step), skyline.right(step), skyline.depth(step), ENDLESS));
    }
  }

  private void collect(Skyline skyline, int box) {
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
  /// @param wish where it should be
  Place find(int width, int height, Point wish, Comparator<Place> preference) {
    Search search = new Search(width, height, wish, preference);
    for (Slab slab : slabs) {
      if (slab.hasRoomFor(height)) {
        search.under(slab);
        if (slab.left() < wish.x()) {
          search.along(slab, wish.x());
        }
      }
    }
    return search.best;
  }

  /// A box has been put here.
  void taken(int x, int y, int width, int height) {
    slabs.add(new Slab(x, x + width, y + height, ENDLESS));
  }

  /// A box has been taken away from here.
  void vacated(int x, int y, int width, int height) {
    slabs.add(new Slab(x, x + width, y, y + height));
  }

  /// This corner is worth a look.
  void hint(int x, int y) {
    if (x >= 0 && y >= 0) {
      slabs.add(new Slab(x, x + 1, y, ENDLESS));
    }
  }

  private final class Search {
    private final int width;
    private final int height;
    private final Point wish;
    private final Comparator<Place> preference;
    private final int right = boxes.right();
    private final int bottom = boxes.bottom();
    private Place best;

    Search(int width, int height, Point wish, Comparator<Place> preference) {
      this.width = width;
      this.height = height;
      this.wish = wish;
      this.preference = preference;
      this.best = placed(right, 0);
    }

    /// Looks for the leftmost place under the ceiling of a slab. A place that is free but touches
    /// nothing at its left could go farther left, and is then found under another ceiling.
    void under(Slab slab) {
      int x = Math.max(0, slab.left() - width + 1);
      int hit = ground.firstIn(x, slab.top(), width, height);
      if (hit >= 0) {
        along(slab, boxes.right(hit));
        return;
      }
      along(slab, x == 0 ? 0 : slab.left());
    }

    /// Looks for the first free place from here on, along the ceiling of a slab.
    void along(Slab slab, int from) {
      int x = from;
      while (x < slab.right()) {
        int hit = ground.firstIn(x, slab.top(), width, height);
        if (hit < 0) {
          consider(x, slab.top());
          return;
        }
        x = boxes.right(hit);
      }
    }

    private void consider(int x, int y) {
      Place place = placed(x, y);
      best = preference.compare(place, best) < 0 ? place : best;
    }

    private Place placed(int x, int y) {
      int newRight = Math.max(right, x + width);
      int newBottom = Math.max(bottom, y + height);
      long distance = (long) Math.abs(x - wish.x()) + Math.abs(y - wish.y());
      return new Place(x, y, rules.growth(right, bottom, newRight, newBottom), distance);
    }
  }
}
