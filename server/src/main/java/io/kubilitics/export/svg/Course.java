package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.List;

/// The way of a line in pixels, horizontal and vertical in turn, without points that say nothing.
///
/// @param points at least two, unless the whole line is one point
record Course(List<Point> points) {
  static Course of(List<Point> points) {
    List<Point> turns = new ArrayList<>(points.size());
    for (Point point : points) {
      int last = turns.size() - 1;
      if (last >= 0 && turns.get(last).equals(point)) {
        continue;
      }
      if (last >= 1 && isOnTheWay(turns.get(last - 1), turns.get(last), point)) {
        turns.removeLast();
      }
      turns.add(point);
    }
    return new Course(turns);
  }

  Point first() {
    return points.getFirst();
  }

  /// Where the first run ends.
  Point afterFirst() {
    return points.get(Math.min(1, points.size() - 1));
  }

  Point last() {
    return points.getLast();
  }

  /// Of the last run: -1, 0 or 1 to the right.
  int directionX() {
    return Integer.signum(last().x() - beforeLast().x());
  }

  /// Of the last run: -1, 0 or 1 down.
  int directionY() {
    return Integer.signum(last().y() - beforeLast().y());
  }

  /// In the middle of the longest run.
  Point middle() {
    int longest = -1;
    Point middle = first();
    for (int at = 1; at < points.size(); at++) {
      Point from = points.get(at - 1);
      Point to = points.get(at);
      if (distance(from, to) > longest) {
        longest = distance(from, to);
        middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
      }
    }
    return middle;
  }

  /// @param radius of the bends, never more than half of a run
  /// @param cut how far before its last point the line stops, since its end stands there
  void draw(PathPen path, int radius, int cut) {
    path.move(first().x(), first().y());
    int end = points.size() - 1;
    for (int at = 1; at < end; at++) {
      bend(path, points.get(at - 1), points.get(at), stopped(at + 1, cut), radius);
    }
    Point stop = stopped(end, cut);
    path.line(stop.x(), stop.y());
  }

  private static void bend(PathPen path, Point from, Point corner, Point to, int radius) {
    int room = Math.min(distance(from, corner), distance(corner, to));
    int halves = Math.min(2 * radius, room);
    int x = 2 * corner.x();
    int y = 2 * corner.y();
    path.lineHalves(
        x - Integer.signum(corner.x() - from.x()) * halves,
        y - Integer.signum(corner.y() - from.y()) * halves);
    path.bendHalves(
        x,
        y,
        x + Integer.signum(to.x() - corner.x()) * halves,
        y + Integer.signum(to.y() - corner.y()) * halves);
  }

  /// The point, or for the last one where the line stops.
  private Point stopped(int at, int cut) {
    Point point = points.get(at);
    if (at < points.size() - 1 || at == 0) {
      return point;
    }
    int by = Math.min(cut, distance(points.get(at - 1), point));
    return point.plus(-directionX() * by, -directionY() * by);
  }

  private Point beforeLast() {
    return points.get(Math.max(0, points.size() - 2));
  }

  private static int distance(Point a, Point b) {
    return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
  }

  private static boolean isOnTheWay(Point a, Point b, Point c) {
    return distance(a, b) + distance(b, c) == distance(a, c) && (a.x() == c.x() || a.y() == c.y());
  }
}
