package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many of something are well, and how many are not. A part that is not well is never too thin
/// to be seen: one in a thousand still shows.
final class HealthBar {
  private static final int THINNEST = 3;

  /// From the left: what is well, then worse and worse.
  private static final List<Look> ORDER =
      List.of(
          Look.UNKNOWN,
          Look.LOCKED,
          Look.STALE,
          Look.LEAVING,
          Look.MISSING,
          Look.SUSPENDED,
          Look.PROGRESSING,
          Look.DEGRADED,
          Look.FAILED);

  private HealthBar() {}

  /// A rounded bar of the whole width.
  static void paint(Pen pen, Tally tally, Rect at) {
    int radius = at.height() / 2;
    Map<Look, Integer> parts = widths(tally, at.width());
    int taken = parts.values().stream().mapToInt(width -> width + 1).sum();
    int well = at.width() - taken;
    if (well > 0) {
      boolean known = tally.count(Look.HEALTHY) + tally.count(Look.DONE) > 0;
      Rule rule = known ? Rules.BAR : Rules.REST;
      pen.rect(rule, at.x(), at.y(), well, at.height(), radius);
    }
    int x = at.right() - taken + 1;
    for (Map.Entry<Look, Integer> part : parts.entrySet()) {
      pen.rect(Rules.chip(part.getKey()), x, at.y(), part.getValue(), at.height(), radius);
      x += part.getValue() + 1;
    }
  }

  /// One block for each, or, where they are too many, a bar of the same height.
  static void paintEach(Pen pen, Tally tally, Rect at) {
    int count = tally.looks().values().stream().mapToInt(Integer::intValue).sum();
    if (count == 0) {
      return;
    }
    int width = Math.min(8, at.width() / count - 1);
    if (width < 2) {
      paint(pen, tally, new Rect(at.x(), at.y() + at.height() / 2 - 1, at.width(), THINNEST));
      return;
    }
    int x = at.x();
    for (Look look : List.of(Look.HEALTHY, Look.DONE, Look.PLAIN)) {
      x = blocks(pen, look, tally.count(look), x, at, width);
    }
    for (Look look : ORDER) {
      x = blocks(pen, look, tally.count(look), x, at, width);
    }
  }

  private static int blocks(Pen pen, Look look, int count, int from, Rect at, int width) {
    if (count == 0) {
      return from;
    }
    int x = from;
    PathPen path = pen.path(Rules.chip(look), null);
    for (int drawn = 0; drawn < count; drawn++) {
      path.square(x, at.y(), width, at.height());
      x += width + 1;
    }
    path.end();
    return x;
  }

  private static Map<Look, Integer> widths(Tally tally, int room) {
    long total = Math.max(1, tally.looks().values().stream().mapToLong(Integer::longValue).sum());
    Map<Look, Integer> widths = new EnumMap<>(Look.class);
    Map<Look, Integer> ordered = new LinkedHashMap<>();
    for (Look look : ORDER) {
      int count = tally.count(look);
      if (count > 0) {
        long share = (2L * count * room + total) / (2 * total);
        widths.put(look, Math.toIntExact(Math.max(THINNEST, share)));
      }
    }
    int over = widths.values().stream().mapToInt(width -> width + 1).sum() - room;
    for (Look look : ORDER) {
      Integer width = widths.get(look);
      if (width != null) {
        int less = Math.clamp(over, 0, width - THINNEST);
        over -= less;
        ordered.put(look, width - less);
      }
    }
    return ordered;
  }
}
