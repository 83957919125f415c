package io.kubilitics.layout.slot;

import java.util.List;

/// The tidier way to pack items between two walls, like a page: rows as high as their first item,
/// cut into columns as wide as their first item, which are filled with lines as high as theirs.
/// Each place takes the tallest item that fits. For one thread, for one packing.
final class Rows {
  private final int gap;
  private final List<Item> order;
  private final Boxes boxes;
  private final FirstFit waiting;

  private Rows(List<Item> order, int gap) {
    this.gap = gap;
    this.order = order;
    this.boxes = new Boxes(order.size(), gap);
    this.waiting = new FirstFit(order.stream().mapToInt(item -> item.width() + gap).toArray());
  }

  /// Packs all.
  ///
  /// @param order the tallest first
  /// @param width between the walls; the widest item with its gap must fit
  static Attempt attempt(List<Item> order, int width, int gap) {
    Rows rows = new Rows(order, gap);
    int y = 0;
    int first = rows.waiting.find(width, 0);
    while (first >= 0) {
      int height = rows.height(first);
      rows.row(y, width, height);
      y += height;
      first = rows.waiting.find(width, 0);
    }
    return new Attempt(order, rows.boxes);
  }

  private void row(int y, int width, int height) {
    int x = 0;
    int item = waiting.find(width, 0);
    while (item >= 0) {
      place(item, x, y);
      column(x, y + height(item), boxes.width(item), height - height(item));
      x += boxes.width(item);
      item = waiting.find(width - x, 0);
    }
  }

  private void column(int x, int from, int width, int height) {
    int y = from;
    int item = waiting.find(width, firstNotAbove(height));
    while (item >= 0) {
      line(x, y, width, item);
      y += height(item);
      item = waiting.find(width, firstNotAbove(from + height - y));
    }
  }

  private void line(int from, int y, int width, int first) {
    int x = from;
    int item = first;
    while (item >= 0) {
      place(item, x, y);
      x += boxes.width(item);
      item = waiting.find(from + width - x, first);
    }
  }

  private void place(int item, int x, int y) {
    waiting.take(item);
    boxes.set(item, x, y, order.get(item).width() + gap, height(item));
  }

  private int height(int item) {
    return order.get(item).height() + gap;
  }

  /// The first item in the order that is not taller than this.
  private int firstNotAbove(int height) {
    int low = 0;
    int high = order.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (height(middle) <= height) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
