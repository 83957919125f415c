package io.kubilitics.export.svg;

import io.kubilitics.model.drawing.Label;

/// Short texts that float over the map.
final class Pills {
  private static final int HEIGHT = 16;
  private static final int PAD = 6;
  private static final int WIDEST = 320;

  private Pills() {}

  /// @param x of its middle
  static void paint(Pen pen, Label label, int x, int y) {
    String text = Pen.clipped(label, WIDEST, Rules.PILL_TEXT);
    int width = Pen.width(text, Rules.PILL_TEXT) + 2 * PAD;
    int left = x - width / 2;
    pen.open(null);
    pen.title(label.full());
    pen.box(Rules.PILL, left, y - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
    pen.text(left + PAD, y + 4, text, Rules.PILL_TEXT);
    pen.close();
  }
}
