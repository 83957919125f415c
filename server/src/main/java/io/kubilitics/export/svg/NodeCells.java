package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;

/// A cell for each Node, the worst first; of very many one for several.
final class NodeCells {
  private static final int HEIGHT = 12;

  private NodeCells() {}

  /// @param most how many cells there may be, about
  static int width(Tally nodes, int pitch, int most) {
    int width = 0;
    for (Look look : Look.values()) {
      width += cells(nodes, look, most) * pitch;
    }
    return width;
  }

  static void paint(Pen pen, Tally nodes, Point at, int pitch, int most) {
    int x = at.x();
    for (Look look : Look.values()) {
      int count = cells(nodes, look, most);
      for (int cell = 0; cell < count; cell++) {
        pen.rect(Rules.app(look), x, at.y(), pitch - 2, HEIGHT, 1);
        x += pitch;
      }
    }
  }

  /// At least one where there is one.
  private static int cells(Tally nodes, Look look, int most) {
    int all = nodes.looks().values().stream().mapToInt(Integer::intValue).sum();
    return Math.ceilDiv(nodes.count(look), Math.max(1, Math.ceilDiv(all, most)));
  }
}
