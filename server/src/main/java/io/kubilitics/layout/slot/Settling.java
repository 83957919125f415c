package io.kubilitics.layout.slot;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Makes room for many boxes at once, in one pass from the top: each sinks as far as what lies
/// above it demands, and gives up the room its item does not need first. For one thread.
final class Settling {
  private Settling() {}

  /// @param neededHeights of the items in the boxes, with the gap
  static void run(Boxes boxes, int[] neededHeights) {
    Skyline skyline = new Skyline(Math.max(1, boxes.right()));
    IntStream.range(0, boxes.count())
        .filter(boxes::isPlaced)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(boxes::top).thenComparingInt(boxes::left))
        .forEach(box -> settle(skyline, boxes, box, neededHeights[box]));
  }

  private static void settle(Skyline skyline, Boxes boxes, int box, int neededHeight) {
    int x = boxes.left(box);
    int width = boxes.width(box);
    int y = Math.max(boxes.top(box), skyline.deepest(x, x + width));
    int height = Math.max(neededHeight, boxes.height(box) - (y - boxes.top(box)));
    boxes.set(box, x, y, width, height);
    skyline.lower(x, x + width, y + height);
  }
}
