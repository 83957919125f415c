package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;

/// How many there are of each look, a mark and a figure each, worst first. What finds no room is
/// left out from the end: the worst stays.
final class HealthCounts {
  private final Pen pen;
  private final Rule figures;
  private final int size;
  private final boolean quiet;

  /// @param size of the marks
  /// @param quiet leaves out what is well
  HealthCounts(Pen pen, Rule figures, int size, boolean quiet) {
    this.pen = pen;
    this.figures = figures;
    this.size = size;
    this.quiet = quiet;
  }

  /// Paints the counts that have room.
  ///
  /// @param right where the room ends
  void paint(Tally tally, int x, int base, int right) {
    int at = x;
    for (Look look : Look.values()) {
      int count = tally.count(look);
      if (count == 0 || look == Look.PLAIN || (quiet && isWell(look))) {
        continue;
      }
      String figure = Figures.grouped(count);
      int next = at + size + 4 + Pen.width(figure, figures);
      if (next > right) {
        return;
      }
      pen.mark(look, at, base - size + 2, size);
      pen.text(at + size + 4, base, figure, figures);
      at = next + 12;
    }
  }

  private static boolean isWell(Look look) {
    return look == Look.HEALTHY || look == Look.DONE;
  }
}
