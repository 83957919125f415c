package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Look;
import org.jspecify.annotations.Nullable;

/// Cards at half their size: one line, and Pods without names.
final class SmallCards implements CardPainter {
  private static final int POD = 24;

  private final Pen pen;
  private final Emphasis emphasis;
  private final Scale scale;

  SmallCards(Pen pen, Emphasis emphasis, Scale scale) {
    this.pen = pen;
    this.emphasis = emphasis;
    this.scale = scale;
  }

  @Override
  public void paint(Card card, Rect at) {
    pen.openAt(at.x(), at.y(), emphasis.dimming(card), "data-id", card.id().toString());
    pen.title(CardPainter.title(card));
    switch (card.shape()) {
      case SIMPLE -> simple(card, at.width(), at.height());
      case ROW -> row(card, at.width());
      case WORKLOAD, STATEFUL -> workload(card, at.width(), at.height());
    }
    if (emphasis.isSelected(card.id())) {
      pen.rect(Rules.HALO, -3, -3, at.width() + 6, at.height() + 6, 7);
      pen.rect(Rules.OUTLINE, -1, -1, at.width() + 2, at.height() + 2, 6);
    }
    pen.close();
  }

  private void simple(Card card, int width, int height) {
    pen.box(Rules.card(card.look()), 0, 0, width, height, 4);
    pen.icon(card.glyph(), Rules.icon(card.hue(), card.look()), 4, (height - 12) / 2, 12);
    boolean marked = isMarked(card.look());
    if (marked) {
      pen.mark(card.look(), width - 12, (height - 8) / 2, 8);
    }
    String name = Pen.fitted(card.name(), width - 22 - (marked ? 11 : 0), Rules.SMALL_NAME);
    pen.text(19, height / 2 + 4, name, Rules.SMALL_NAME, missing(card));
  }

  private void row(Card card, int width) {
    pen.icon(card.glyph(), Rules.icon(card.hue(), card.look()), 0, 1, 10);
    boolean marked = isMarked(card.look());
    String name = Pen.fitted(card.name(), width - 16 - (marked ? 12 : 0), Rules.TILE_LINE);
    pen.text(14, 10, name, Rules.TILE_LINE, missing(card));
    if (marked) {
      pen.mark(card.look(), 18 + Pen.width(name, Rules.TILE_LINE), 2, 8);
    }
  }

  private void workload(Card card, int width, int height) {
    pen.box(Rules.card(card.look()), 0, 0, width, height, 5);
    pen.icon(card.glyph(), Rules.icon(card.hue(), card.look()), 5, 5, 14);
    int right = width - 6;
    Rule word = LookColours.isTrouble(card.look()) ? Rules.word(card.look()) : null;
    String ready = Pen.cut(card.ready(), width / 2, Rules.SMALL_WORKLOAD);
    pen.text(right, 16, ready, Rules.SMALL_WORKLOAD, word, Rules.END);
    right -= Pen.width(ready, Rules.SMALL_WORKLOAD);
    if (isMarked(card.look())) {
      right -= 14;
      pen.mark(card.look(), right, 7, 10);
    }
    String name = Pen.fitted(card.name(), right - 28, Rules.SMALL_WORKLOAD);
    pen.text(24, 16, name, Rules.SMALL_WORKLOAD);
    generations(card);
    for (Cell cell : card.cells()) {
      pod(card, cell);
    }
    spare(card);
  }

  private void generations(Card card) {
    for (int slot = 0; slot < card.strip().size(); slot++) {
      Generation generation = card.strip().get(slot);
      if (generation.live()) {
        Rect at = scale.px(card.shape().generation(slot));
        boolean troubled = LookColours.isTrouble(generation.look());
        Rule rule = troubled ? Rules.chip(generation.look()) : Rules.REST;
        pen.rect(rule, at.x(), at.y() + 4, at.width(), 2, 1);
      }
    }
  }

  private void pod(Card card, Cell cell) {
    Rect at = scale.px(card.shape().cell(cell.number(), card.capacity()));
    String id = cell.id().toString();
    if (card.shape() == CardShape.STATEFUL) {
      int pod = scale.px(POD);
      pen.rect(Rules.chip(cell.look()), new Rect(at.x(), at.y(), at.width(), pod), 2, id);
      pen.rect(Rules.VOLUME, at.x(), at.y() + pod + 1, at.width(), at.height() - pod - 1, 2);
      cross(cell.look(), at.x() + at.width() / 2, at.y() + pod / 2);
    } else {
      pen.rect(Rules.chip(cell.look()), at, 2, id);
      cross(cell.look(), at.x() + at.width() / 2, at.y() + at.height() / 2);
    }
    if (emphasis.isSelected(cell.id())) {
      pen.rect(Rules.OUTLINE, at.grown(1), 3);
    }
  }

  private void cross(Look look, int x, int y) {
    if (look == Look.FAILED) {
      pen.path(Rules.CROSS, null).cross(x, y, 5).end();
    }
  }

  private void spare(Card card) {
    SpareCells free = SpareCells.of(card);
    if (free.isEmpty()) {
      return;
    }
    PathPen dots = pen.path(Rules.REST, null);
    free.forEach(cell -> {
      Rect at = scale.px(cell);
      dots.square(at.x() + at.width() / 2 - 1, at.y() + at.height() / 2 - 1, 2, 2);
    });
    dots.end();
  }

  /// What is missing says so by its border.
  private static boolean isMarked(Look look) {
    return look != Look.MISSING && LookColours.isMarked(look);
  }

  private static @Nullable Rule missing(Card card) {
    return card.look() == Look.MISSING ? Rules.word(Look.MISSING) : null;
  }
}
