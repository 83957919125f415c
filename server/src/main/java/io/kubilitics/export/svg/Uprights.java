package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.List;

/// The vertical runs of the lines in one block, which a word must not be written across.
final class Uprights {
  /// How much is kept free around a word.
  private static final int MARGIN = 3;

  /// Of a word, over its base line.
  private static final int HEIGHT = 8;

  private final List<Run> runs = new ArrayList<>();

  private record Run(int x, int top, int bottom) {}

  void add(List<Point> course) {
    for (int at = 1; at < course.size(); at++) {
      Point from = course.get(at - 1);
      Point to = course.get(at);
      if (from.x() == to.x() && from.y() != to.y()) {
        runs.add(new Run(from.x(), Math.min(from.y(), to.y()), Math.max(from.y(), to.y())));
      }
    }
  }

  /// The leftmost place for a word over a level run, or -1 when there is none.
  ///
  /// @param left where the word may begin
  /// @param right where it must have ended
  /// @param base of the word
  int place(int left, int right, int base, int width) {
    int x = left;
    boolean moved = true;
    while (moved && x + width <= right) {
      moved = false;
      for (Run run : runs) {
        boolean level = run.top < base && run.bottom > base - HEIGHT;
        if (level && run.x > x - MARGIN && run.x < x + width + MARGIN) {
          x = run.x + MARGIN;
          moved = true;
        }
      }
    }
    return x + width <= right ? x : -1;
  }
}
