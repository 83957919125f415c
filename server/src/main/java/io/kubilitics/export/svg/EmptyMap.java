package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;

/// What is painted when there is nothing on the canvas: a picture that says so.
final class EmptyMap {
  static final Rect SIZE = new Rect(0, 0, 560, 200);
  private static final int ICON = 32;

  private EmptyMap() {}

  static boolean isEmpty(Drawing drawing) {
    return drawing.regions().stream().allMatch(region -> region.frames().isEmpty());
  }

  static void paint(Pen pen, Drawing drawing, int left, int top, int width) {
    int middle = left + width / 2;
    pen.box(Rules.FRAME, left, top, width, SIZE.height(), 14);
    pen.icon("cluster", Rules.ICON_PLAIN, middle - ICON / 2, top + 48, ICON);
    pen.text(middle, top + 112, "Nothing to show", Rules.FRAME_TITLE, Rules.MIDDLE);
    pen.text(middle, top + 136, reason(drawing), Rules.FRAME_NOTE, Rules.MIDDLE);
  }

  private static String reason(Drawing drawing) {
    if (drawing.regions().isEmpty()) {
      return "No cluster is open.";
    }
    if (drawing.regions().stream().anyMatch(region -> !region.filters().isEmpty())) {
      return "No object passes the filters.";
    }
    return drawing.regions().stream().allMatch(region -> region.complete())
        ? "There are no objects."
        : "No object is known yet, or none may be read.";
  }
}
