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

/// Finds places for pills, so that none lies on another. Used by one thread.
final class PillPlaces {
  static final int HEIGHT = 16;

  /// Left and right of the text together.
  static final int PADDING = 12;

  private static final int MOST_TEXT = 260;
  private static final int GAP = 4;
  private static final int INDENT = 8;
  private static final int ROWS = 12;
  private static final int STEP = 20;

  private final Ground cards;
  private final List<Rect> taken = new ArrayList<>();

  /// @param cards what pills on ways had better not cover
  PillPlaces(Ground cards) {
    this.cards = cards;
  }

  static int width(Label label) {
    return TextMeasure.width(label.text(), TextStyle.PILL) + PADDING;
  }

  /// On the lower or the upper border of a card, or in rows near them; none when all are full.
  Optional<Pill> at(Rect card, String text) {
    Label label = TextMeasure.clipped(text, MOST_TEXT, TextStyle.PILL);
    int width = width(label);
    for (int row = 0; row < ROWS; row++) {
      for (int y : new int[] {card.bottom() + row * STEP, card.y() - row * STEP}) {
        Optional<Rect> place = inRow(card, y - HEIGHT / 2, width);
        if (place.isPresent()) {
          return Optional.of(take(place.get(), label));
        }
      }
    }
    return Optional.empty();
  }

  /// From the left; what is wider than the card stands in the middle of it.
  private Optional<Rect> inRow(Rect card, int y, int width) {
    int indented = card.x() + INDENT;
    int start = Math.min(indented, Math.floorDiv(card.x() + card.right() - width, 2));
    return Stream.concat(
            Stream.of(start),
            taken.stream()
                .filter(pill -> pill.y() == y && pill.x() >= start)
                .map(pill -> pill.right() + GAP)
                .filter(x -> x + width <= card.right() - INDENT)
                .sorted())
        .map(x -> new Rect(x, y, width, HEIGHT))
        .filter(this::isLeft)
        .findFirst();
  }

  /// On a piece of a way, the long ones first and best where it covers no card; none when other
  /// pills lie everywhere.
  Optional<Pill> on(List<Point> way, String text) {
    Label label = TextMeasure.clipped(text, MOST_TEXT, TextStyle.PILL);
    int width = width(label);
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
            place.x(), place.y() + HEIGHT / 2, place.right(), place.y() + HEIGHT / 2, HEIGHT / 2);
    return isFree ? 0 : 1;
  }

  private static List<Rect> places(List<Point> way, int width) {
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

  private static boolean fits(Point from, Point to, int width) {
    return from.y() == to.y() && length(from, to) >= width + 2 * INDENT;
  }

  private static int length(Point from, Point to) {
    return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
  }

  /// The middle, then outwards in steps.
  private static Stream<Point> along(Point from, Point to) {
    int steps = Math.min(24, length(from, to) / 2 / STEP);
    int x = Math.floorDiv(from.x() + to.x(), 2);
    int y = Math.floorDiv(from.y() + to.y(), 2);
    return IntStream.rangeClosed(0, 2 * steps)
        .map(step -> (step % 2 == 0 ? step / 2 : -(step + 1) / 2) * STEP)
        .mapToObj(by -> from.y() == to.y() ? new Point(x + by, y) : new Point(x, y + by));
  }

  private static Rect around(Point middle, int width) {
    return new Rect(middle.x() - width / 2, middle.y() - HEIGHT / 2, width, HEIGHT);
  }

  private boolean isLeft(Rect place) {
    return taken.stream().noneMatch(pill -> pill.grown(GAP / 2).overlaps(place));
  }

  private Pill take(Rect place, Label label) {
    taken.add(place);
    return new Pill(new Point(place.x() + place.width() / 2, place.y() + HEIGHT / 2), label);
  }
}
