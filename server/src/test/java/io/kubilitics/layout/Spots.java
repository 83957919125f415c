package io.kubilitics.layout;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where every object of a plan stands on the canvas.
final class Spots {
  private final Map<ResourceId, Point> corners = new HashMap<>();
  private final Set<ResourceId> inside = new HashSet<>();

  private Spots() {}

  /// Reads a plan; an object that stands in two places fails the test.
  static Spots of(Plan plan) {
    Spots spots = new Spots();
    for (FramePlan frame : plan.frames()) {
      for (BlockPlan block : frame.blocks()) {
        int x = frame.rect().x() + block.slot().x();
        int y = frame.rect().y() + block.slot().y();
        block.cards().forEach(card -> spots.add(card, x + card.rect().x(), y + card.rect().y()));
      }
    }
    return spots;
  }

  private void add(CardPlan card, int x, int y) {
    put(card.id(), x, y);
    card.cells()
        .forEach((number, pod) -> {
          Rect cell = card.shape().cell(number, card.capacity());
          put(pod, x + cell.x(), y + cell.y());
        });
    card.generations().forEach(this::putInside);
    card.folded().forEach(this::putInside);
  }

  private void put(ResourceId id, int x, int y) {
    if (inside.contains(id) || corners.put(id, new Point(x, y)) != null) {
      throw new AssertionError(id + " stands twice");
    }
  }

  private void putInside(ResourceId id) {
    if (corners.containsKey(id) || !inside.add(id)) {
      throw new AssertionError(id + " stands twice");
    }
  }

  /// Cards and cells.
  Map<ResourceId, Point> corners() {
    return corners;
  }

  /// Whether an object stands anywhere, be it in the card of another.
  boolean holds(ResourceId id) {
    return corners.containsKey(id) || inside.contains(id);
  }

  /// How many objects stand somewhere.
  int count() {
    return corners.size() + inside.size();
  }

  /// How far each object that is in both has moved; those that stay are left out.
  Map<ResourceId, Integer> movedTo(Spots later) {
    Map<ResourceId, Integer> moved = new HashMap<>();
    corners.forEach((id, was) -> {
      Point is = later.corners.get(id);
      if (is != null && !is.equals(was)) {
        moved.put(id, Math.abs(is.x() - was.x()) + Math.abs(is.y() - was.y()));
      }
    });
    return moved;
  }
}
