package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is inside the card of a workload: generations, Pods, claims. Places are the card's own.
final class CardParts {
  private static final int RADIUS = 5;
  private static final int POD = 24;

  private final Pen pen;
  private final Emphasis emphasis;

  CardParts(Pen pen, Emphasis emphasis) {
    this.pen = pen;
    this.emphasis = emphasis;
  }

  void generations(Card card) {
    for (int slot = 0; slot < card.strip().size(); slot++) {
      generation(card.strip().get(slot), card.shape().generation(slot));
    }
  }

  void pods(Card card) {
    boolean dense = card.shape().isDense(card.capacity());
    for (Cell cell : card.cells()) {
      Rect at = card.shape().cell(cell.number(), card.capacity());
      pen.open(null, "data-id", cell.id().toString());
      if (dense || !cell.why().isEmpty()) {
        pen.title(title(cell));
      }
      if (dense) {
        surface(cell.look(), at, RADIUS - 1);
        mark(cell.look(), at.x() + 3, at.y() + 3);
      } else {
        surface(cell.look(), at, RADIUS);
        pod(cell, at);
      }
      close(cell, at);
    }
    spare(card);
  }

  void podsWithVolumes(Card card) {
    for (Cell cell : card.cells()) {
      Rect at = card.shape().cell(cell.number(), card.capacity());
      pen.open(null, "data-id", cell.id().toString());
      if (!cell.why().isEmpty()) {
        pen.title(title(cell));
      }
      surface(cell.look(), at, RADIUS);
      pod(cell, at);
      if (!cell.volumes().isEmpty()) {
        volume(cell.volumes(), cell.look(), at);
      }
      close(cell, at);
    }
    spare(card);
  }

  private void generation(Generation generation, Rect at) {
    if (generation.live()) {
      pen.box(Rules.GENERATION, at, RADIUS);
    }
    Rule tone = generation.live() ? null : Rules.FAINT_TEXT;
    int base = at.y() + 14;
    if (generation.count().isEmpty() && hasMark(generation.look())) {
      pen.mark(generation.look(), at.x() + 5, at.y() + 5, 10);
      text(generation.name(), at.x() + 18, base, at.width() - 20, Rules.GENERATION_NAME, tone);
      return;
    }
    String count = generation.count();
    int taken = Pen.width(count, Rules.GENERATION_COUNT);
    if (count.isEmpty() || Pen.width(generation.name(), Rules.GENERATION_NAME) + taken <= 40) {
      text(generation.name(), at.x() + 6, base, at.width() - 8, Rules.GENERATION_NAME, tone);
    }
    boolean troubled = LookColours.isTrouble(generation.look());
    Rule style = troubled ? Rules.GENERATION_COUNT : Rules.VOLUME_NAME;
    Rule word = troubled ? Rules.word(generation.look()) : tone;
    pen.text(at.right() - 6, base, cut(count, at.width() - 10, style), style, word, Rules.END);
  }

  private void pod(Cell cell, Rect at) {
    mark(cell.look(), at.x() + 5, at.y() + 7);
    String name = Pen.fitted(cell.name(), at.width() - 19, Rules.CELL_NAME);
    pen.text(at.x() + 18, at.y() + 16, name, Rules.CELL_NAME, tone(cell.look()));
  }

  private void volume(List<Cell.Strip> volumes, Look pod, Rect at) {
    Cell.Strip first = volumes.getFirst();
    int y = at.y() + POD;
    pen.open(null, "data-id", first.id().toString());
    int border = LookColours.isBordered(pod) ? 1 : 0;
    pen.lowerPart(
        Rules.VOLUME,
        at.x() + border,
        y,
        at.width() - 2 * border,
        at.height() - POD - border,
        RADIUS - border);
    boolean troubled = LookColours.isTrouble(first.look());
    if (troubled) {
      pen.mark(first.look(), at.x() + 5, y + 5, 10);
    } else {
      pen.icon(
          "persistent-volume-claim", Rules.icon(Hue.STORAGE, Look.PLAIN), at.x() + 4, y + 4, 12);
    }
    String more = volumes.size() > 1 ? "+ " + (volumes.size() - 1) : "";
    Label tail = more.isEmpty() ? first.tail() : Label.whole(more);
    String right = Pen.fitted(tail, at.width() / 2, Rules.VOLUME_NAME);
    int room = at.width() - 30 - Pen.width(right, Rules.VOLUME_NAME);
    String name = Pen.fitted(first.name(), room, Rules.VOLUME_NAME);
    Rule word = troubled ? Rules.word(first.look()) : null;
    pen.text(at.x() + 20, y + 14, name, Rules.VOLUME_NAME, word);
    pen.text(at.right() - 6, y + 14, right, Rules.VOLUME_NAME, Rules.FAINT_TEXT, Rules.END);
    pen.close();
  }

  private void surface(Look look, Rect at, int radius) {
    if (LookColours.isBordered(look)) {
      pen.box(Rules.cell(look), at, radius);
    } else {
      pen.rect(Rules.cell(look), at, radius);
    }
  }

  private void mark(Look look, int x, int y) {
    if (hasMark(look)) {
      pen.mark(look, x, y, 10);
    }
  }

  private void close(Cell cell, Rect at) {
    if (emphasis.isSelected(cell.id())) {
      pen.rect(Rules.HALO, at.grown(3), RADIUS + 3);
      pen.rect(Rules.OUTLINE, at.grown(1), RADIUS + 1);
    }
    pen.close();
  }

  /// A dot for each cell that is free: all of them one path.
  private void spare(Card card) {
    SpareCells free = SpareCells.of(card);
    if (free.isEmpty()) {
      return;
    }
    PathPen dots = pen.path(Rules.REST, null);
    free.forEach(
        at -> dots.square(at.x() + at.width() / 2 - 1, at.y() + at.height() / 2 - 1, 2, 2));
    dots.end();
  }

  private void text(String text, int x, int y, int room, Rule rule, @Nullable Rule tone) {
    pen.text(x, y, cut(text, room, rule), rule, tone);
  }

  private static String cut(String text, int room, Rule rule) {
    return text.isEmpty() ? text : Pen.fitted(Label.whole(text), room, rule);
  }

  private static @Nullable Rule tone(Look look) {
    return switch (look) {
      case FAILED -> Rules.word(Look.FAILED);
      case DONE, LEAVING, STALE, LOCKED -> Rules.FAINT_TEXT;
      case DEGRADED, PROGRESSING, SUSPENDED, MISSING, UNKNOWN, HEALTHY, PLAIN -> null;
    };
  }

  private static boolean hasMark(Look look) {
    return look != Look.PLAIN;
  }

  static String title(Cell cell) {
    String title = cell.id().kind().name() + " " + cell.id().name() + " · " + cell.look().text();
    return cell.why().isEmpty() ? title : title + " · " + cell.why();
  }
}
