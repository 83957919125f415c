package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Look;

/// Paints cards for one level.
sealed interface CardPainter permits DetailCards, SmallCards {
  /// Paints one card.
  ///
  /// @param at where the card is on the canvas, in pixels
  void paint(Card card, Rect at);

  /// What a card says to who cannot see it, or points at it.
  static String title(Card card) {
    StringBuilder title = new StringBuilder(card.id().kind().name());
    title.append(' ').append(card.name().full());
    if (card.look() != Look.PLAIN) {
      title.append(" · ").append(card.look().text());
    }
    if (!card.ready().isEmpty()) {
      title.append(" · ").append(card.ready());
    }
    if (card.alarm()) {
      title.append(" · ").append(card.fact().full());
    }
    if (card.folded() > 0) {
      title.append(" · stands for ").append(card.folded()).append(" more");
    }
    return title.toString();
  }
}
