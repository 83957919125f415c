package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Region;
import java.util.List;

/// The names of several clusters, each over its own part of the map. A single one is named by the
/// header alone.
final class RegionNames {
  private static final int LINE = 24;
  private static final int DROP = 10;
  private static final int GAP = 8;

  private final Drawing drawing;
  private final Scale scale;

  RegionNames(Drawing drawing) {
    this.drawing = drawing;
    scale = Scale.of(drawing.level());
  }

  /// In pixels; 0 for none.
  int height() {
    return drawing.regions().size() < 2 || EmptyMap.isEmpty(drawing) ? 0 : LINE;
  }

  /// @param map what is painted of the canvas, in its pixels
  /// @param left where the map begins on the sheet
  /// @param top of the map on the sheet; the names stand over it
  /// @param right where the sheet ends
  void paint(Pen pen, Rect map, int left, int top, int right) {
    if (height() == 0) {
      return;
    }
    List<Region> regions = drawing.regions();
    for (int at = 0; at < regions.size(); at++) {
      Rect part = scale.px(regions.get(at).bounds());
      int from = left + Math.max(part.x(), map.x()) - map.x();
      int next =
          at + 1 < regions.size()
              ? left + scale.px(regions.get(at + 1).bounds().x()) - map.x() - GAP
              : right;
      boolean isInView = part.right() >= map.x() && part.x() <= map.right();
      if (isInView) {
        String name = regions.get(at).cluster().value();
        int room = Math.min(next, right) - from;
        pen.text(from, top - DROP, Pen.cut(name, room, Rules.SHEET_TITLE), Rules.SHEET_TITLE);
      }
    }
  }
}
