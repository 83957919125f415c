package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Look;
import java.util.List;

/// The cluster band as a tile: how many there are of each kind, and a cell for each Node. It tells as
/// much as its height has room for.
final class ClusterStrip {
  private static final String NODE = "node";
  private static final int PAD = 14;
  private static final int GAP = 26;
  private static final int ROW = 40;
  private static final int LOW_ROW = 16;
  private static final int NODE_PITCH = 8;
  private static final int MOST_TITLE = 140;

  private final Pen pen;
  private final Frame frame;
  private final Rect at;
  private final boolean low;
  private int x;
  private int y;

  private ClusterStrip(Pen pen, Frame frame, Rect at) {
    this.pen = pen;
    this.frame = frame;
    this.at = at;
    low = at.height() < ROW;
  }

  /// @param at of the band, in pixels
  static void paint(Pen pen, Frame frame, Rect at) {
    pen.openAt(at.x(), at.y(), null, "data-key", frame.key());
    pen.title(frame.title().full() + " · " + Figures.counted(frame.tally().objects(), "object"));
    pen.box(Rules.FRAME, 0, 0, at.width(), at.height(), at.height() < 20 ? 4 : 8);
    new ClusterStrip(pen, frame, at).items();
    pen.close();
  }

  private void items() {
    int pitch = low ? LOW_ROW : ROW;
    int rows = Math.max(1, at.height() / pitch);
    y = Math.max(0, (at.height() - rows * pitch) / 2);
    x = low ? 6 : PAD;
    head();
    List<AppCell> kinds = frame.apps();
    for (int kind = 0; kind < kinds.size(); kind++) {
      boolean more = kind < kinds.size() - 1;
      int rest = more ? Pen.width(rest(kinds, kind + 1), Rules.SMALL_COUNT) + GAP : 0;
      int needed = width(kinds.get(kind));
      if (x + needed > at.width() - PAD && y + 2 * pitch <= at.height()) {
        x = low ? 6 : PAD;
        y += pitch;
      }
      boolean lastRow = y + 2 * pitch > at.height();
      if (x + needed + (lastRow ? rest : 0) > at.width() - PAD / 2) {
        String text = rest(kinds, kind);
        if (x + Pen.width(text, Rules.SMALL_COUNT) <= at.width() - 4) {
          pen.text(x, base(), text, Rules.SMALL_COUNT);
        }
        return;
      }
      item(kinds.get(kind));
      x += needed;
    }
  }

  private void head() {
    Rule title = low ? Rules.TILE_SMALL_TITLE : Rules.SMALL_FRAME_TITLE;
    int icon = low ? 10 : 14;
    int text = x + icon + (low ? 4 : 8);
    String name = Pen.fitted(frame.title(), Math.max(0, at.width() - text - 6), title);
    if (name.isEmpty() || at.height() < 11) {
      return;
    }
    pen.icon("cluster", Rules.ICON_PLAIN, x, y + (low ? 3 : 6), icon);
    pen.text(text, base(), name, title);
    String count = Figures.counted(frame.tally().objects(), "object");
    int wide = Pen.width(name, title);
    if (!low && Pen.width(count, Rules.SMALL_COUNT) <= at.width() - text - 6) {
      pen.text(text, base() + 16, count, Rules.SMALL_COUNT);
      wide = Math.max(wide, Pen.width(count, Rules.SMALL_COUNT));
    }
    x = text + wide + GAP;
  }

  private void item(AppCell kind) {
    if (x > PAD && !low) {
      int line = 2 * x - GAP - 1;
      pen.path(Rules.PIPE, null).moveHalves(line, 2 * y + 12).lineHalves(line, 2 * y + 68).end();
    }
    pen.icon(kind.glyph(), Rules.icon(kind.hue(), Look.PLAIN), x, y + (low ? 3 : 6), low ? 10 : 14);
    int text = x + (low ? 14 : 20);
    Rule number = low ? Rules.SMALL_TITLE : Rules.SMALL_FRAME_TITLE;
    String count = Figures.grouped(kind.tally().objects());
    pen.text(text, base(), count, number);
    String title = Pen.cut(kind.title(), MOST_TITLE, Rules.BLOCK_NOTE);
    int after = text + Pen.width(count, number) + 5;
    if (low) {
      pen.text(after, base(), title, Rules.SMALL_COUNT);
      return;
    }
    if (!isOfNodes(kind)) {
      pen.text(text, base() + 16, title, Rules.BLOCK_NOTE);
      return;
    }
    pen.text(after, base(), title, Rules.BLOCK_NOTE);
    NodeCells.paint(pen, kind.tally(), x, base() + 7, NODE_PITCH);
  }

  private int width(AppCell kind) {
    int count =
        Pen.width(
            Figures.grouped(kind.tally().objects()),
            low ? Rules.SMALL_TITLE : Rules.SMALL_FRAME_TITLE);
    int title = Math.min(MOST_TITLE, Pen.width(kind.title(), Rules.BLOCK_NOTE));
    if (low) {
      return 14 + count + 5 + title + GAP / 2;
    }
    if (!isOfNodes(kind)) {
      return 20 + Math.max(count, title) + GAP;
    }
    return Math.max(20 + count + 5 + title, NodeCells.width(kind.tally(), NODE_PITCH)) + GAP;
  }

  private static boolean isOfNodes(AppCell kind) {
    return kind.glyph().equals(NODE);
  }

  /// What stands for the kinds that have no room.
  private static String rest(List<AppCell> kinds, int from) {
    int objects = 0;
    for (AppCell kind : kinds.subList(from, kinds.size())) {
      objects += kind.tally().objects();
    }
    return "+ "
        + Figures.counted(kinds.size() - from, "kind")
        + ", "
        + Figures.counted(objects, "object");
  }

  private int base() {
    return y + (low ? 12 : 17);
  }
}
