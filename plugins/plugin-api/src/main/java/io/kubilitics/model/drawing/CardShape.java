package io.kubilitics.model.drawing;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.Locale;

/// The forms a card has. Its size follows from the form and its capacity, never from names, health
/// or counts.
public enum CardShape {
  /// An object without cells: 168 × 40.
  SIMPLE,
  /// A workload: header, strip of generations, cells for its Pods.
  WORKLOAD,
  /// A workload whose Pods have a claim and a volume each: header, large cells.
  STATEFUL,
  /// An object without relations: one line of 240 × 24.
  ROW;

  public static final int HEADER = 52;
  public static final int STRIP = 20;
  public static final int GENERATIONS = 4;
  private static final int PAD = 8;
  private static final int GAP = 4;
  private static final int DENSE_ABOVE = 20;

  /// How large a card of this form is.
  ///
  /// @param capacity how many cells there are, whether taken or not; means nothing to a simple card
  ///   and a row
  public Size size(int capacity) {
    return switch (this) {
      case SIMPLE -> new Size(168, 40);
      case ROW -> new Size(240, 24);
      case WORKLOAD, STATEFUL -> {
        Rect last = cell(rows(capacity) * cellsInRow(capacity) - 1, capacity);
        yield new Size(last.right() + PAD, last.bottom() + PAD);
      }
    };
  }

  /// Where a cell stands in its card.
  ///
  /// @param number from 0, in rows from the left
  public Rect cell(int number, int capacity) {
    int column = number % cellsInRow(capacity);
    int row = number / cellsInRow(capacity);
    Size size = cellSize(capacity);
    int top = this == STATEFUL ? HEADER : HEADER + STRIP + GAP;
    return new Rect(
        PAD + column * (size.width() + GAP),
        top + row * (size.height() + GAP),
        size.width(),
        size.height());
  }

  /// Where a generation stands in its card, newest first.
  ///
  /// @param number from 0 to [#GENERATIONS]
  public Rect generation(int number) {
    return new Rect(PAD + number * (56 + GAP), HEADER, 56, STRIP);
  }

  /// Whether the cells are too many to have names.
  public boolean isDense(int capacity) {
    return this == WORKLOAD && capacity > DENSE_ABOVE;
  }

  public boolean hasCells() {
    return this == WORKLOAD || this == STATEFUL;
  }

  private int rows(int capacity) {
    return Math.max(1, Math.ceilDiv(capacity, cellsInRow(capacity)));
  }

  /// Wider only when the card would be much higher than wide.
  private int cellsInRow(int capacity) {
    if (this == STATEFUL) {
      return widened(2, 6, capacity);
    }
    return isDense(capacity) ? widened(12, 2, capacity) : 4;
  }

  /// Doubles a number of columns until there are no more rows than this many times as many.
  private static int widened(int columns, int rowsForEach, int capacity) {
    int wide = columns;
    while (Math.ceilDiv(capacity, wide) > rowsForEach * wide) {
      wide *= 2;
    }
    return wide;
  }

  private Size cellSize(int capacity) {
    if (this == STATEFUL) {
      return new Size(116, 44);
    }
    return isDense(capacity) ? new Size(16, 16) : new Size(56, 24);
  }

  /// As written in JSON.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
