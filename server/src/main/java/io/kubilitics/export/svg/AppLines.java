package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Look;
import java.util.List;

/// Several apps in one tile, a line each: names, Pods and figures in columns.
final class AppLines {
  private static final int LEFT = 24;
  private static final int PAD = 7;
  private static final int MARK = 12;
  private static final int GAP = 8;
  private static final int PODS = 7;

  private AppLines() {}

  /// @param base of the first line
  static void paint(Pen pen, List<Block.App> apps, int width, int base, int pitch) {
    int figures = 0;
    int names = 0;
    boolean marked = false;
    for (Block.App app : apps) {
      figures = Math.max(figures, Pen.width(ready(app, width), Rules.TILE_LINE));
      names = Math.max(names, Pen.width(app.name().full(), Rules.TILE_LINE));
      marked |= LookColours.isMarked(app.look());
    }
    int right = width - PAD - figures - (marked ? MARK : 0) - GAP;
    int room = Math.max(0, Math.min(names, (right - LEFT) / 2));
    int y = base;
    for (Block.App app : apps) {
      line(pen, app, width, y, room, right);
      y += pitch;
    }
  }

  private static void line(Pen pen, Block.App app, int width, int base, int room, int right) {
    Look look = app.look();
    Rule word = LookColours.isTrouble(look) ? Rules.word(look) : null;
    String ready = ready(app, width);
    pen.text(LEFT, base, Pen.cut(app.name().full(), room, Rules.TILE_LINE), Rules.TILE_LINE);
    pen.text(width - PAD, base, ready, Rules.TILE_LINE, word, Rules.END);
    if (LookColours.isMarked(look)) {
      int mark = width - PAD - Pen.width(ready, Rules.TILE_LINE) - MARK;
      pen.mark(look, mark, base - 8, MARK - 4);
    }
    int from = LEFT + room + GAP;
    if (right - from > GAP) {
      HealthBar.paintEach(pen, app.pods(), new Rect(from, base - PODS, right - from, PODS));
    }
  }

  private static String ready(Block.App app, int width) {
    return Pen.cut(app.ready(), width / 3, Rules.TILE_LINE);
  }
}
