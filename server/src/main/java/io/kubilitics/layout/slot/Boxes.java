package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rectangles by number, each with the gap to the right and below included: then two slots keep
/// their distance exactly when their boxes do not overlap. A box of width 0 is not placed. For one
/// thread.
final class Boxes {
  private final int gap;
  private final int[] lefts;
  private final int[] tops;
  private final int[] widths;
  private final int[] heights;

  Boxes(int count, int gap) {
    this.gap = gap;
    this.lefts = new int[count];
    this.tops = new int[count];
    this.widths = new int[count];
    this.heights = new int[count];
  }

  int count() {
    return lefts.length;
  }

  int gap() {
    return gap;
  }

  void set(int box, int x, int y, int width, int height) {
    lefts[box] = x;
    tops[box] = y;
    widths[box] = width;
    heights[box] = height;
  }

  void set(int box, Rect slot) {
    set(box, slot.x(), slot.y(), slot.width() + gap, slot.height() + gap);
  }

  boolean isPlaced(int box) {
    return widths[box] > 0;
  }

  int left(int box) {
    return lefts[box];
  }

  int top(int box) {
    return tops[box];
  }

  int width(int box) {
    return widths[box];
  }

  int height(int box) {
    return heights[box];
  }

  int right(int box) {
    return lefts[box] + widths[box];
  }

  int bottom(int box) {
    return tops[box] + heights[box];
  }

  boolean overlaps(int box, int x, int y, int width, int height) {
    return lefts[box] < x + width && x < right(box) && tops[box] < y + height && y < bottom(box);
  }

  /// The rectangle without the gap.
  Rect slot(int box) {
    return new Rect(lefts[box], tops[box], widths[box] - gap, heights[box] - gap);
  }

  /// Whether [#slot] is this one.
  boolean hasSlot(int box, @Nullable Rect slot) {
    return slot != null
        && slot.x() == lefts[box]
        && slot.y() == tops[box]
        && slot.width() == widths[box] - gap
        && slot.height() == heights[box] - gap;
  }

  /// The numbers of all placed boxes, from the top, and by number on one height.
  int[] downwards() {
    long[] order = new long[count()];
    int placed = 0;
    for (int box = 0; box < order.length; box++) {
      if (isPlaced(box)) {
        order[placed++] = ((long) tops[box] << Integer.SIZE) | box;
      }
    }
    Arrays.sort(order, 0, placed);
    int[] boxes = new int[placed];
    for (int place = 0; place < placed; place++) {
      boxes[place] = Math.toIntExact(order[place] & 0xffff_ffffL);
    }
    return boxes;
  }

  /// Of the rightmost box, or 0.
  int right() {
    int right = 0;
    for (int box = 0; box < count(); box++) {
      right = Math.max(right, isPlaced(box) ? right(box) : 0);
    }
    return right;
  }

  /// Of the lowest box, or 0.
  int bottom() {
    int bottom = 0;
    for (int box = 0; box < count(); box++) {
      bottom = Math.max(bottom, isPlaced(box) ? bottom(box) : 0);
    }
    return bottom;
  }
}
