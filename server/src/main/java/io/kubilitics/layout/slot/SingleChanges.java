package io.kubilitics.layout.slot;

import static io.kubilitics.layout.slot.FreeSpace.Place.LEAST_COST;
import static io.kubilitics.layout.slot.FreeSpace.Place.LEAST_GROWTH;

import io.kubilitics.model.Point;
import org.jspecify.annotations.Nullable;

/// Makes room for one box after the other. For one thread.
final class SingleChanges {
  private static final Point CORNER = new Point(0, 0);

  private final PackingRules rules;
  private final Boxes boxes;
  private final int[] neededHeights;
  private final Ground ground;
  private @Nullable FreeSpace known;

  /// @param neededHeights of the items in the boxes, with the gap
  SingleChanges(PackingRules rules, Boxes boxes, int[] neededHeights) {
    this.rules = rules;
    this.boxes = boxes;
    this.neededHeights = neededHeights;
    this.ground = new Ground(boxes);
  }

  /// Gives a box the room its item needs: where it is, if that is free; else by pushing others down
  /// or by moving it, whatever costs less. A move costs its distance and a quarter of the box's
  /// circumference, and either pays for the growth of the container.
  ///
  /// @param width that is needed, with the gap
  void grow(int box, int width) {
    int x = boxes.left(box);
    int y = boxes.top(box);
    int formerWidth = boxes.width(box);
    int formerHeight = boxes.height(box);
    int height = neededHeights[box];
    int wide = Math.max(formerWidth, width);
    int high = Math.max(formerHeight, height);
    ground.lift(box);
    if (ground.isFree(x, y, wide, high)) {
      ground.put(box, x, y, wide, high);
      return;
    }
    if (ground.isFree(x, y, width, height)) {
      ground.put(box, x, y, width, height);
      return;
    }
    int right = boxes.right();
    int bottom = boxes.bottom();
    long costOfMove = ((long) width + height) / 2;
    ground.put(box, x, y, width, height);
    Push push = new Push(ground, neededHeights);
    long costOfPush = Long.MAX_VALUE;
    if (push.run(box)) {
      int newRight = Math.max(right, boxes.right());
      int newBottom = Math.max(bottom, boxes.bottom());
      costOfPush = push.cost(costOfMove) + rules.growth(right, bottom, newRight, newBottom);
    }
    if (costOfPush <= costOfMove) {
      return;
    }
    push.undo();
    ground.lift(box);
    FreeSpace space = freeSpace();
    space.vacated(x, y, formerWidth, formerHeight);
    space.hint(x - Math.max(0, width - formerWidth), y);
    space.hint(x, y - Math.max(0, height - formerHeight));
    FreeSpace.Place place = space.find(width, height, new Point(x, y), LEAST_COST);
    if (costOfMove + place.cost() < costOfPush) {
      put(box, place, width);
      return;
    }
    ground.put(box, x, y, width, height);
    if (!new Push(ground, neededHeights).run(box)) {
      throw new IllegalStateException("a push that worked does not work again");
    }
  }

  /// Finds a place for a new box.
  void add(int box, int width) {
    put(box, freeSpace().find(width, neededHeights[box], CORNER, LEAST_GROWTH), width);
  }

  private void put(int box, FreeSpace.Place place, int width) {
    ground.put(box, place.x(), place.y(), width, neededHeights[box]);
    freeSpace().taken(place.x(), place.y(), width, neededHeights[box]);
  }

  private FreeSpace freeSpace() {
    if (known == null) {
      known = new FreeSpace(rules, ground);
    }
    return known;
  }
}
