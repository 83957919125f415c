package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Look;
import java.util.List;

/// One cell for each app of a namespace, as large as they can be together. What is not well carries
/// the shape of its look, so that nobody has to tell red from amber.
final class AppCells {
  private static final int GAP = 3;
  private static final int LEAST = 4;
  private static final int SHAPED_FROM = 8;
  private static final int LARGE_FROM = 12;

  private AppCells() {}

  /// How cells are laid out.
  private record Grid(int columns, int width, int height, int gap) {}

  static void paint(Pen pen, List<AppCell> apps, Rect room) {
    if (apps.isEmpty()) {
      return;
    }
    Grid grid = best(apps.size(), room);
    for (int at = 0; at < apps.size(); at++) {
      AppCell app = apps.get(at);
      int x = room.x() + (at % grid.columns) * (grid.width + grid.gap);
      int y = room.y() + (at / grid.columns) * (grid.height + grid.gap);
      if (y + grid.height > room.bottom()) {
        return;
      }
      boolean large = Math.min(grid.width, grid.height) > LEAST;
      pen.rect(Rules.app(app.look()), x, y, grid.width, grid.height, large ? 2 : 0);
      if (Math.min(grid.width, grid.height) >= SHAPED_FROM) {
        shape(pen, app.look(), x + grid.width / 2, y + grid.height / 2, grid);
      }
    }
  }

  /// The grid whose cells are the largest, of those whose cells are no narrow strips.
  private static Grid best(int count, Rect room) {
    for (int gap = GAP; gap > 0; gap--) {
      Grid best = null;
      long score = 0;
      for (int columns = 1; columns <= count; columns++) {
        int rows = Math.ceilDiv(count, columns);
        int width = (room.width() + gap) / columns - gap;
        int height = Math.min((room.height() + gap) / rows - gap, width * 3 / 4);
        long merit = (long) Math.min(10 * width, 22 * height) * Math.min(width, height);
        if (width >= LEAST && height >= LEAST && merit > score) {
          score = merit;
          best = new Grid(columns, width, height, gap);
        }
      }
      if (best != null) {
        return best;
      }
    }
    return new Grid(Math.max(1, room.width() / 3), 2, 2, 1);
  }

  private static void shape(Pen pen, Look look, int x, int y, Grid grid) {
    boolean large = Math.min(grid.width, grid.height) >= LARGE_FROM;
    int arm = large ? 6 : 4;
    switch (look) {
      case FAILED -> pen.path(Rules.KNOCKED_OUT_CELL, null).cross(x, y, arm).end();
      case DEGRADED -> {
        PathPen path = pen.path(Rules.KNOCKED_OUT_CELL, null);
        path.moveHalves(2 * x, 2 * y - arm).lineHalves(2 * x, 2 * y + 1);
        path.moveHalves(2 * x, 2 * y + arm).lineHalves(2 * x, 2 * y + arm).end();
      }
      case SUSPENDED -> {
        PathPen path = pen.path(Rules.KNOCKED_OUT_CELL, null);
        path.moveHalves(2 * x - 3, 2 * y - arm + 1).lineHalves(2 * x - 3, 2 * y + arm - 1);
        path.moveHalves(2 * x + 3, 2 * y - arm + 1).lineHalves(2 * x + 3, 2 * y + arm - 1).end();
      }
      case PROGRESSING -> {
        PathPen path = pen.path(Rules.KNOCKED_OUT_CELL, null);
        path.moveHalves(2 * x, 2 * y - arm).threeQuarters(arm).end();
      }
      case MISSING, UNKNOWN, LOCKED, STALE, LEAVING, DONE, HEALTHY, PLAIN -> {}
    }
  }
}
