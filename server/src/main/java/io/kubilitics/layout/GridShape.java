package io.kubilitics.layout;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.CardShape;

/// Cards of one size in rows and columns. The number of columns doubles when the grid would become
/// too high for its width, so it rarely changes.
///
/// @param flatness how many times as wide as high it is at least, as far as there are enough cards
record GridShape(CardShape shape, int capacity, int flatness) {
  private static final int FEWEST_COLUMNS = 2;

  private static int gap(CardShape shape) {
    return shape == CardShape.ROW ? 8 : 16;
  }

  private static int rowGap(CardShape shape) {
    return shape == CardShape.ROW ? 4 : 8;
  }

  Rect cell(int number) {
    int columns = columns();
    return new Rect(
        (number % columns) * pitch(),
        (number / columns) * rowPitch(),
        card().width(),
        card().height());
  }

  Size size() {
    int columns = Math.min(columns(), Math.max(1, capacity));
    int rows = Math.max(1, Math.ceilDiv(capacity, columns()));
    return new Size(columns * pitch() - gap(shape), rows * rowPitch() - rowGap(shape));
  }

  private int columns() {
    int columns = FEWEST_COLUMNS;
    while ((long) Math.ceilDiv(capacity, columns) * rowPitch() * flatness
        > (long) columns * pitch()) {
      columns *= 2;
    }
    return columns;
  }

  private Size card() {
    return shape.size(0);
  }

  private int pitch() {
    return card().width() + gap(shape);
  }

  private int rowPitch() {
    return card().height() + rowGap(shape);
  }
}
