package io.kubilitics.layout.street;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps the ends of different ways at one side of a rectangle apart, as far as there is room. The
/// first to come stays where it is. Used by one thread.
final class Ends {
  private static final int MOST_TRIES = 48;
  private static final int CORNER = 8;

  private final Ground ground;
  private final int spread;
  private final int distance;
  private final Map<Side, List<Integer>> taken = new HashMap<>();

  /// One side of a rectangle.
  ///
  /// @param upright whether ways that end there are vertical
  /// @param far whether it is the right or the lower one
  private record Side(int rect, boolean upright, boolean far) {}

  /// @param distance how near a moved line may come to other rectangles
  Ends(Ground ground, int spread, int distance) {
    this.ground = ground;
    this.spread = spread;
    this.distance = distance;
  }

  /// The way with its ends moved aside where others end already.
  List<Point> apart(List<Point> way, int from, int to) {
    List<Point> moved = way.size() == 2 ? straight(way, from, to) : bent(way, from);
    if (way.size() > 2) {
      moved = bent(moved.reversed(), to).reversed();
    }
    take(moved.get(0), moved.get(1), from);
    take(moved.get(moved.size() - 1), moved.get(moved.size() - 2), to);
    return List.copyOf(moved);
  }

  private void take(Point end, Point next, int rect) {
    taken.computeIfAbsent(side(end, next, rect), _ -> new ArrayList<>()).add(along(end, next));
  }

  private Side side(Point end, Point next, int rect) {
    boolean upright = end.x() == next.x();
    return new Side(rect, upright, upright ? end.y() < next.y() : end.x() < next.x());
  }

  private static int along(Point end, Point next) {
    return end.x() == next.x() ? end.x() : end.y();
  }

  private List<Point> straight(List<Point> way, int from, int to) {
    Point start = way.get(0);
    Point end = way.get(1);
    for (int apart = spread; apart > 0; apart /= 2) {
      for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
        int by = shift(attempt, apart);
        Point one = moved(start, start.x() == end.x(), by);
        Point other = moved(end, start.x() == end.x(), by);
        if (fits(one, other, from, apart) && fits(other, one, to, apart) && isFree(one, other)) {
          return List.of(one, other);
        }
      }
    }
    return way;
  }

  private List<Point> bent(List<Point> way, int rect) {
    Point end = way.get(0);
    Point bend = way.get(1);
    Point next = way.get(2);
    boolean upright = end.x() == bend.x();
    int toNext = upright ? next.x() - bend.x() : next.y() - bend.y();
    for (int apart = spread; apart > 0; apart /= 2) {
      for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
        int by = toNext < 0 ? -shift(attempt, apart) : shift(attempt, apart);
        Point movedEnd = moved(end, upright, by);
        Point movedBend = moved(bend, upright, by);
        boolean goesOn = toNext < 0 ? toNext - by < 0 : toNext - by > 0;
        if (goesOn
            && fits(movedEnd, movedBend, rect, apart)
            && isFree(movedEnd, movedBend)
            && isFree(movedBend, next)) {
          List<Point> moved = new ArrayList<>(way);
          moved.set(0, movedEnd);
          moved.set(1, movedBend);
          return moved;
        }
      }
    }
    return way;
  }

  /// 0, then to one side and to the other, further and further.
  private static int shift(int attempt, int apart) {
    int steps = (attempt + 1) / 2;
    return attempt % 2 == 1 ? steps * apart : -steps * apart;
  }

  private static Point moved(Point point, boolean upright, int by) {
    return upright ? point.plus(by, 0) : point.plus(0, by);
  }

  private boolean isFree(Point one, Point other) {
    return ground.isFree(one.x(), one.y(), other.x(), other.y(), distance);
  }

  private boolean fits(Point end, Point next, int rect, int apart) {
    Side side = side(end, next, rect);
    int at = along(end, next);
    int low = side.upright() ? ground.left(rect) : ground.top(rect);
    int high = side.upright() ? ground.right(rect) : ground.bottom(rect);
    int corner = Math.min(CORNER, (high - low) / 4);
    return low + corner <= at
        && at <= high - corner
        && taken.getOrDefault(side, List.of()).stream()
            .allMatch(other -> Math.abs(other - at) >= apart);
  }
}
