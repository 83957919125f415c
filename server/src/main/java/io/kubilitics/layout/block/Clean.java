package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks whether a layout keeps what [BlockGeometry] promises: the algorithm is not ours, and a
/// picture that lies is worse than a plain one.
final class Clean {
  /// A horizontal or vertical stretch of a route.
  private record Stretch(int link, boolean upright, int at, int from, int to) {
    static final Comparator<Stretch> BY_TRACK =
        Comparator.comparing(Stretch::upright)
            .thenComparingInt(Stretch::at)
            .thenComparingInt(Stretch::from);

    static Stretch of(int link, Point one, Point other) {
      boolean upright = one.x() == other.x();
      int a = upright ? one.y() : one.x();
      int b = upright ? other.y() : other.x();
      return new Stretch(
          link, upright, upright ? one.x() : one.y(), Math.min(a, b), Math.max(a, b));
    }

    boolean over(Rect rect) {
      return upright
          ? at > rect.x() && at < rect.right() && from < rect.bottom() && to > rect.y()
          : at > rect.y() && at < rect.bottom() && from < rect.right() && to > rect.x();
    }
  }

  private final Shape shape;
  private final Placed placed;
  private final List<Stretch> stretches = new ArrayList<>();

  private Clean(Shape shape, Placed placed) {
    this.shape = shape;
    this.placed = placed;
  }

  static boolean is(Shape shape, Placed placed) {
    Clean clean = new Clean(shape, placed);
    return clean.boxesApart() && clean.routesRight() && clean.linesApart();
  }

  private boolean boxesApart() {
    Rect whole = new Rect(0, 0, placed.size().width(), placed.size().height());
    List<Rect> sorted = new ArrayList<>(placed.boxes());
    sorted.sort(Comparator.comparingInt(Rect::x));
    for (int one = 0; one < sorted.size(); one++) {
      Rect box = sorted.get(one);
      if (box.x() % Grid.STEP != 0 || box.y() % Grid.STEP != 0 || !whole.contains(box)) {
        return false;
      }
      Rect kept = box.grown(Grid.STACK_GAP - 1);
      for (int other = one + 1; other < sorted.size(); other++) {
        if (sorted.get(other).x() >= kept.right()) {
          break;
        }
        if (kept.overlaps(sorted.get(other))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean routesRight() {
    for (int link = 0; link < shape.links(); link++) {
      List<Point> route = placed.routes().get(link);
      for (int at = 1; at < route.size(); at++) {
        Point before = route.get(at - 1);
        Point point = route.get(at);
        if ((before.x() == point.x()) == (before.y() == point.y())) {
          return false;
        }
        stretches.add(Stretch.of(link, before, point));
      }
      if (!route.isEmpty()
          && !(onSide(shape.from(link), route.getFirst())
              && onSide(shape.to(link), route.getLast()))) {
        return false;
      }
    }
    return stretches.stream().noneMatch(this::overSomeBox);
  }

  private boolean onSide(int box, Point point) {
    Rect rect = placed.boxes().get(box);
    return (point.x() == rect.x() || point.x() == rect.right())
        && point.y() > rect.y()
        && point.y() < rect.bottom();
  }

  private boolean overSomeBox(Stretch stretch) {
    return placed.boxes().stream().anyMatch(stretch::over);
  }

  /// Lines on each other are of one category.
  private boolean linesApart() {
    stretches.sort(Stretch.BY_TRACK);
    for (int one = 0; one < stretches.size(); one++) {
      Stretch stretch = stretches.get(one);
      for (int at = one + 1; at < stretches.size(); at++) {
        Stretch next = stretches.get(at);
        if (next.upright() != stretch.upright()
            || next.at() != stretch.at()
            || next.from() >= stretch.to()) {
          break;
        }
        if (shape.rank(next.link()) != shape.rank(stretch.link())) {
          return false;
        }
      }
    }
    return true;
  }
}
