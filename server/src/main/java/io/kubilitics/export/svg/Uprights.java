package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.List;

/// The vertical runs of the lines in one block and the words that stand there already: what a word
/// must not be written across.
final class Uprights {
  /// How much is kept free around a word.
  private static final int MARGIN = 3;

  /// Of a word, over its base line.
  private static final int HEIGHT = 8;

  private final List<Run> runs = new ArrayList<>();

  private record Run(int left, int right, int top, int bottom) {}

  void add(List<Point> course) {
    for (int at = 1; at < course.size(); at++) {
      Point from = course.get(at - 1);
      Point to = course.get(at);
      if (from.x() == to.x() && from.y() != to.y()) {
        int x = from.x();
        runs.add(new Run(x, x, Math.min(from.y(), to.y()), Math.max(from.y(), to.y())));
      }
    }
  }

  /// The leftmost place for a word over a level run, which is then taken, or -1 when there is none.
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
        if (level && run.right > x - MARGIN && run.left < x + width + MARGIN) {
          x = run.right + MARGIN;
          moved = true;
        }
      }
    }
    if (x + width > right) {
      return -1;
    }
    runs.add(new Run(x, x + width, base - HEIGHT, base));
    return x;
  }
}
