package io.kubilitics.layout.slot;

import java.util.List;

/// The denser way to pack items between two walls: the shallowest step of a [Skyline] takes the
/// first item that fits into it, until all are placed.
final class BestFit {
  private BestFit() {}

  /// Packs all.
  ///
  /// @param width between the walls; the widest item with its gap must fit
  static Attempt attempt(List<Item> order, int width, int gap) {
    Boxes boxes = new Boxes(order.size(), gap);
    FirstFit waiting = new FirstFit(order.stream().mapToInt(item -> item.width() + gap).toArray());
    Skyline skyline = new Skyline(width);
    int placed = 0;
    while (placed < order.size()) {
      int step = skyline.shallowest();
      int x = skyline.left(step);
      int item = waiting.find(skyline.right(step) - x, 0);
      if (item < 0) {
        skyline.level(step);
        continue;
      }
      waiting.take(item);
      int boxWidth = order.get(item).width() + gap;
      int boxHeight = order.get(item).height() + gap;
      boxes.set(item, x, skyline.depth(step), boxWidth, boxHeight);
      skyline.lower(x, x + boxWidth, skyline.depth(step) + boxHeight);
      placed++;
    }
    return new Attempt(order, boxes);
  }
}
