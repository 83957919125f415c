package io.kubilitics.layout.street;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Lit.Pill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds places for pills, so that none lies on another. Pills are as large on the screen at every
/// level, and cover more of the map where it is small. Used by one thread.
final class PillPlaces {
  static final int HEIGHT = 16;

  /// Left and right of the text together.
  static final int PADDING = 12;

  private static final int MOST_TEXT = 260;
  private static final int GAP = 4;
  private static final int INDENT = 8;
  private static final int ROWS = 12;
  private static final int STEP = 20;

  /// In pixels; what is lower has nothing but its name, which a pill on its border would cover.
  private static final int LOW_CARD = 32;

  private final Ground cards;
  private final int unit;
  private final List<Rect> taken = new ArrayList<>();

  /// @param cards what pills on ways had better not cover
  /// @param unit map units in a pixel
  PillPlaces(Ground cards, int unit) {
    this.cards = cards;
    this.unit = unit;
  }

  /// In pixels.
  static int width(Label label) {
    return TextMeasure.width(label.text(), TextStyle.PILL) + PADDING;
  }

  /// On the lower or the upper border of a card, or in rows near them; none when all are full.
  Optional<Pill> at(Rect card, String text) {
    Label label = TextMeasure.clipped(text, MOST_TEXT, TextStyle.PILL);
    int width = unit * width(label);
    int out = card.height() < unit * LOW_CARD ? unit * (HEIGHT / 2 + GAP) : 0;
    int step = unit * STEP;
    for (int row = 0; row < ROWS; row++) {
      for (int y : new int[] {card.bottom() + out + row * step, card.y() - out - row * step}) {
        Optional<Rect> place = inRow(card, y - height() / 2, width);
        if (place.isPresent()) {
          return Optional.of(take(place.get(), label));
        }
      }
    }
    return Optional.empty();
  }

  /// From the left; what is wider than the card stands in the middle of it.
  private Optional<Rect> inRow(Rect card, int y, int width) {
    int indented = card.x() + unit * INDENT;
    int start = Math.min(indented, Math.floorDiv(card.x() + card.right() - width, 2));
    return Stream.concat(
            Stream.of(start),
            taken.stream()
                .filter(pill -> pill.y() == y && pill.x() >= start)
                .map(pill -> pill.right() + unit * GAP)
                .filter(x -> x + width <= card.right() - unit * INDENT)
                .sorted())
        .map(x -> new Rect(x, y, width, height()))
        .filter(this::isLeft)
        .findFirst();
  }

  /// On a piece of a way, the long ones first and best where it covers no card; none when other
  /// pills lie everywhere.
  Optional<Pill> on(List<Point> way, String text) {
    Label label = TextMeasure.clipped(text, MOST_TEXT, TextStyle.PILL);
    int width = unit * width(label);
    List<Rect> places = places(way, width);
    return Stream.concat(
            places.stream().filter(place -> covers(place) == 0),
            places.stream().filter(place -> covers(place) != 0))
        .filter(this::isLeft)
        .findFirst()
        .map(place -> take(place, label));
  }

  private int covers(Rect place) {
    boolean isFree =
        cards.isFree(
            place.x(),
            place.y() + height() / 2,
            place.right(),
            place.y() + height() / 2,
            height() / 2);
    return isFree ? 0 : 1;
  }

  private List<Rect> places(List<Point> way, int width) {
    return IntStream.range(1, way.size())
        .boxed()
        .sorted(
            Comparator.comparingInt(
                    (Integer at) -> fits(way.get(at - 1), way.get(at), width) ? 0 : 1)
                .thenComparingInt(at -> -length(way.get(at - 1), way.get(at))))
        .flatMap(at -> along(way.get(at - 1), way.get(at)))
        .map(point -> around(point, width))
        .toList();
  }

  private boolean fits(Point from, Point to, int width) {
    return from.y() == to.y() && length(from, to) >= width + 2 * unit * INDENT;
  }

  private static int length(Point from, Point to) {
    return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
  }

  /// The middle, then outwards in steps.
  private Stream<Point> along(Point from, Point to) {
    int steps = Math.min(24, length(from, to) / 2 / (unit * STEP));
    int x = Math.floorDiv(from.x() + to.x(), 2);
    int y = Math.floorDiv(from.y() + to.y(), 2);
    return IntStream.rangeClosed(0, 2 * steps)
        .map(step -> (step % 2 == 0 ? step / 2 : -(step + 1) / 2) * unit * STEP)
        .mapToObj(by -> from.y() == to.y() ? new Point(x + by, y) : new Point(x, y + by));
  }

  private Rect around(Point middle, int width) {
    return new Rect(middle.x() - width / 2, middle.y() - height() / 2, width, height());
  }

  private int height() {
    return unit * HEIGHT;
  }

  private boolean isLeft(Rect place) {
    return taken.stream().noneMatch(pill -> pill.grown(unit * GAP / 2).overlaps(place));
  }

  private Pill take(Rect place, Label label) {
    taken.add(place);
    return new Pill(new Point(place.x() + place.width() / 2, place.y() + height() / 2), label);
  }
}
