package io.kubilitics.layout.slot;

/// Widens and then heightens boxes to their neighbours or to the container's edge, where not more
/// than half of their own size is missing: so that a container looks like a tidy grid, and there is
/// room to grow. What is farther away stays a hole.
final class Stretch {
  private final Boxes boxes;
  private final Ground ground;
  private final int right;
  private final int bottom;

  private Stretch(Boxes boxes) {
    this.boxes = boxes;
    this.ground = new Ground(boxes);
    this.right = boxes.right();
    this.bottom = boxes.bottom();
  }

  static void all(Boxes boxes) {
    Stretch stretch = new Stretch(boxes);
    int[] order = boxes.downwards();
    for (int box : order) {
      stretch.widen(box);
    }
    for (int box : order) {
      stretch.heighten(box);
    }
  }

  private void widen(int box) {
    int edge = boxes.right(box);
    int reach = (boxes.width(box) - boxes.gap()) / 2;
    int free = right;
    for (int other : ground.allIn(edge, boxes.top(box), reach + 1, boxes.height(box))) {
      free = Math.min(free, boxes.left(other));
    }
    if (free > edge && free - edge <= reach) {
      resize(box, free - boxes.left(box), boxes.height(box));
    }
  }

  private void heighten(int box) {
    int edge = boxes.bottom(box);
    int reach = (boxes.height(box) - boxes.gap()) / 2;
    int free = bottom;
    for (int other : ground.allIn(boxes.left(box), edge, boxes.width(box), reach + 1)) {
      free = Math.min(free, boxes.top(other));
    }
    if (free > edge && free - edge <= reach) {
      resize(box, boxes.width(box), free - boxes.top(box));
    }
  }

  private void resize(int box, int width, int height) {
    int x = boxes.left(box);
    int y = boxes.top(box);
    ground.lift(box);
    ground.put(box, x, y, width, height);
  }
}
