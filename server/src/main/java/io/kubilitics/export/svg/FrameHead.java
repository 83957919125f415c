package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Look;

/// The title of a frame, what it holds and how that is.
///
/// @param icon size of the glyph; 0 for none
/// @param noted whether the second line is painted
record FrameHead(
    int icon,
    int iconX,
    int iconY,
    int textX,
    int base,
    int pad,
    Rule title,
    Rule count,
    Rule figures,
    int mark,
    boolean inWords,
    boolean noted) {
  private static final int NOTE_BASE = 47;

  static final FrameHead DETAIL =
      new FrameHead(
          18,
          20,
          17,
          46,
          32,
          20,
          Rules.FRAME_TITLE,
          Rules.FRAME_NOTE,
          Rules.FRAME_COUNT,
          12,
          true,
          true);
  static final FrameHead CARDS =
      new FrameHead(
          12,
          10,
          7,
          27,
          18,
          10,
          Rules.SMALL_FRAME_TITLE,
          Rules.SMALL_COUNT,
          Rules.SMALL_NAME,
          10,
          false,
          false);
  static final FrameHead APPS =
      new FrameHead(
          0,
          0,
          0,
          7,
          12,
          5,
          Rules.TILE_TITLE,
          Rules.SMALL_COUNT,
          Rules.SMALL_NAME,
          9,
          false,
          false);

  /// @param at of the frame, in pixels
  void paint(Pen pen, Frame frame, String glyph, Rect at) {
    int right = at.right() - pad;
    if (icon > 0) {
      pen.icon(glyph, Rules.ICON_PLAIN, at.x() + iconX, at.y() + iconY, icon);
    }
    int x = at.x() + textX;
    int y = at.y() + base;
    String name = Pen.fitted(frame.title(), Math.max(0, right - x), title);
    pen.text(x, y, name, title);
    x += Pen.width(name, title) + (inWords ? 14 : 9);
    int objects = frame.tally().objects();
    String text = inWords ? KindWords.counted(objects, "object") : Figures.grouped(objects);
    int width = Pen.width(text, count);
    if (x + width <= right) {
      pen.text(x, y, text, count);
      HealthCounts counts = new HealthCounts(pen, figures, mark, !inWords);
      counts.paint(frame.tally(), x + width + (inWords ? 22 : 11), y, right);
    }
    if (noted && !frame.note().text().isEmpty()) {
      note(pen, frame, at);
    }
  }

  private void note(Pen pen, Frame frame, Rect at) {
    int x = at.x() + textX;
    int y = at.y() + NOTE_BASE;
    if (frame.look() == Look.LOCKED || frame.look() == Look.STALE) {
      pen.mark(frame.look(), at.x() + iconX + 4, y - 9, 10);
    }
    String note = Pen.clipped(frame.note(), at.right() - pad - x, Rules.BLOCK_NOTE);
    pen.text(x, y, note, Rules.BLOCK_NOTE);
  }
}
