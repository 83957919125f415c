package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Look;

/// Frames as tiles: name, how many objects, how they are, and one cell for each app, so that the
/// texture of a tile is its size.
final class NamespaceTiles {
  private static final int RADIUS = 5;
  private static final int PAD = 7;
  private static final int SMALL_BELOW = 30;
  private static final int FLAT = 34;
  private static final int LARGE_ABOVE = 90;
  private static final int COUNT_FROM = 92;
  private static final int MARK_FROM = 70;
  private static final int BAR = 3;

  private final Pen pen;

  NamespaceTiles(Pen pen) {
    this.pen = pen;
  }

  /// @param at of the frame, in pixels
  void paint(Frame frame, Rect at, boolean chosen) {
    pen.openAt(at.x(), at.y(), null, "data-key", frame.key());
    pen.title(title(frame));
    pen.box(Rules.frame(frame.look()), 0, 0, at.width(), at.height(), RADIUS);
    int base = name(frame, at.width(), at.height());
    int bar = at.height() < FLAT ? at.height() - 6 : base + 6;
    if (bar > base - 6 && at.width() > 2 * PAD) {
      HealthBar.paint(pen, frame.tally(), new Rect(PAD, bar, at.width() - 2 * PAD, BAR));
    }
    int top = bar + 8;
    if (at.height() - top - PAD >= 6 && at.width() > 2 * PAD) {
      AppCells.paint(
          pen, frame.apps(), new Rect(PAD, top, at.width() - 2 * PAD, at.height() - top - PAD));
    }
    if (chosen) {
      pen.rect(Rules.HALO, -3, -3, at.width() + 6, at.height() + 6, RADIUS + 3);
      pen.rect(Rules.OUTLINE, -1, -1, at.width() + 2, at.height() + 2, RADIUS + 1);
    }
    pen.close();
  }

  /// @return the base line
  private int name(Frame frame, int width, int height) {
    Rule title = Rules.TILE_TITLE;
    int base = height < FLAT ? height / 2 + 1 : 17;
    if (height < SMALL_BELOW) {
      title = Rules.TILE_SMALL_TITLE;
    } else if (height > LARGE_ABOVE) {
      title = Rules.TILE_LARGE_TITLE;
      base = 19;
    }
    int right = width - PAD;
    if (width > COUNT_FROM) {
      String count = Figures.grouped(frame.tally().objects());
      pen.text(right, base, count, Rules.SMALL_COUNT, Rules.END);
      right -= Pen.width(count, Rules.SMALL_COUNT) + 5;
    }
    if (width > MARK_FROM && isMarked(frame.look())) {
      right -= 10;
      pen.mark(frame.look(), right, base - 9, 9);
      right -= 3;
    }
    String name = Pen.fitted(frame.title(), Math.max(0, right - PAD), title);
    pen.text(PAD, base, name, title);
    return base;
  }

  private static boolean isMarked(Look look) {
    return switch (look) {
      case FAILED, DEGRADED, PROGRESSING, LOCKED, STALE -> true;
      case MISSING, SUSPENDED, UNKNOWN, LEAVING, DONE, HEALTHY, PLAIN -> false;
    };
  }

  private static String title(Frame frame) {
    String title =
        frame.title().full() + " · " + KindWords.counted(frame.tally().objects(), "object");
    StringBuilder text = new StringBuilder(title);
    for (Look look : Look.values()) {
      if (LookColours.isTrouble(look) && frame.tally().count(look) > 0) {
        text.append(" · ").append(frame.tally().count(look)).append(' ').append(look.text());
      }
    }
    return text.toString();
  }
}
