package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import java.util.BitSet;
import java.util.function.Consumer;

/// The cells of a card that nothing stands in.
record SpareCells(Card card, BitSet free) {
  static SpareCells of(Card card) {
    BitSet free = new BitSet(card.capacity());
    free.set(0, card.capacity());
    for (Cell cell : card.cells()) {
      free.clear(cell.number());
    }
    return new SpareCells(card, free);
  }

  boolean isEmpty() {
    return free.isEmpty();
  }

  /// In the card, by number.
  void forEach(Consumer<Rect> cell) {
    free.stream().forEach(number -> cell.accept(card.shape().cell(number, card.capacity())));
  }
}
