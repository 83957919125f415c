package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Look;
import org.jspecify.annotations.Nullable;

/// Cards with all that is known of them, one unit a pixel.
final class DetailCards implements CardPainter {
  private static final int RADIUS = 8;

  private final Pen pen;
  private final Emphasis emphasis;
  private final CardParts parts;

  DetailCards(Pen pen, Emphasis emphasis) {
    this.pen = pen;
    this.emphasis = emphasis;
    parts = new CardParts(pen, emphasis);
  }

  @Override
  public void paint(Card card, Rect at) {
    pen.openAt(at.x(), at.y(), emphasis.dimming(card), "data-id", card.id().toString());
    pen.title(CardPainter.title(card));
    if (card.shape() == CardShape.ROW) {
      row(card, at.width());
    } else {
      pen.box(Rules.card(card.look()), 0, 0, at.width(), at.height(), RADIUS);
      switch (card.shape()) {
        case SIMPLE -> simple(card, at.width());
        case WORKLOAD -> {
          head(card, at.width());
          parts.generations(card);
          parts.pods(card);
        }
        case STATEFUL -> {
          head(card, at.width());
          parts.podsWithVolumes(card);
        }
        case ROW -> throw new IllegalStateException("a row has no border");
      }
    }
    if (emphasis.isSelected(card.id())) {
      outline(at.width(), at.height());
    }
    pen.close();
  }

  private void simple(Card card, int width) {
    pen.rect(Rules.tile(card.hue(), card.look()), 6, 6, 28, 28, 5);
    pen.icon(card.glyph(), Rules.icon(card.hue(), card.look()), 12, 12, 16);
    badge(card.look(), 33, 32, 11, 7);
    pen.text(43, 17, Pen.fitted(card.name(), width - 50, Rules.NAME), Rules.NAME);
    pen.text(43, 31, Pen.clipped(card.fact(), width - 49, Rules.FACT), Rules.FACT, wording(card));
  }

  private void head(Card card, int width) {
    pen.rect(Rules.tile(card.hue(), card.look()), 8, 8, 32, 32, 6);
    pen.icon(card.glyph(), Rules.icon(card.hue(), card.look()), 15, 15, 18);
    badge(card.look(), 39, 38, 12, 8);
    Rule word = LookColours.isTrouble(card.look()) ? Rules.word(card.look()) : null;
    String ready = Pen.cut(card.ready(), width / 3, Rules.READY);
    int room = width - 64 - Pen.width(ready, Rules.READY);
    String name = Pen.fitted(card.name(), room, Rules.WORKLOAD_NAME);
    pen.text(50, 22, name, Rules.WORKLOAD_NAME);
    pen.text(width - 10, 22, ready, Rules.READY, word, Rules.END);
    String tag = Pen.fitted(card.tag(), width / 2, Rules.FACT);
    room = width - 66 - Pen.width(tag, Rules.FACT);
    pen.text(50, 37, Pen.clipped(card.fact(), room, Rules.FACT), Rules.FACT, wording(card));
    pen.text(width - 10, 37, tag, Rules.FACT, Rules.END);
  }

  private void row(Card card, int width) {
    pen.icon(card.glyph(), Rules.icon(card.hue(), card.look()), 4, 5, 14);
    if (LookColours.isMarked(card.look()) && card.look() != Look.MISSING) {
      pen.circle(Rules.BLOCK, 18, 18, 5);
      pen.mark(card.look(), 14, 14, 8);
    }
    String fact = card.fact().text().isEmpty() ? card.kind() : card.fact().text();
    fact = Pen.clipped(new Label(fact, fact), width / 2, Rules.FACT);
    int room = width - 40 - Pen.width(fact, Rules.FACT);
    pen.text(26, 16, Pen.fitted(card.name(), room, Rules.ROW_NAME), Rules.ROW_NAME);
    pen.text(width - 8, 16, fact, Rules.FACT, wording(card), Rules.END);
  }

  private void badge(Look look, int x, int y, int size, int ring) {
    if (look == Look.PLAIN || look == Look.MISSING) {
      return;
    }
    pen.circle(look == Look.LOCKED ? Rules.BADGE_BEHIND : Rules.BADGE, x, y, ring);
    pen.mark(look, x - size / 2, y - size / 2, size);
  }

  private void outline(int width, int height) {
    pen.rect(Rules.HALO, -4, -4, width + 8, height + 8, RADIUS + 4);
    pen.rect(Rules.OUTLINE, -1, -1, width + 2, height + 2, RADIUS + 1);
  }

  /// The colour of a second line that says what is wrong.
  private static @Nullable Rule wording(Card card) {
    if (card.look() == Look.MISSING) {
      return Rules.word(Look.MISSING);
    }
    if (!card.alarm()) {
      return null;
    }
    return Rules.word(LookColours.isTrouble(card.look()) ? card.look() : Look.DEGRADED);
  }
}
