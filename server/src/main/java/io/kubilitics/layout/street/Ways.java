package io.kubilitics.layout.street;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.List;

/// What can be said of a way of horizontal and vertical pieces.
final class Ways {
  private Ways() {}

  /// The same way without points in the middle of a straight piece.
  static List<Point> straightened(List<Point> points) {
    List<Point> bends = new ArrayList<>();
    for (Point point : points) {
      int last = bends.size() - 1;
      if (last >= 0 && bends.get(last).equals(point)) {
        continue;
      }
      if (last >= 1 && isStraight(bends.get(last - 1), bends.get(last), point)) {
        bends.set(last, point);
      } else {
        bends.add(point);
      }
    }
    return bends;
  }

  private static boolean isStraight(Point one, Point two, Point three) {
    return (one.x() == two.x() && two.x() == three.x())
        || (one.y() == two.y() && two.y() == three.y());
  }

  /// Whether some of a way is in a window, its border included.
  static boolean touches(List<Point> points, Rect window) {
    for (int at = 1; at < points.size(); at++) {
      Point from = points.get(at - 1);
      Point to = points.get(at);
      if (Math.min(from.x(), to.x()) <= window.right()
          && window.x() <= Math.max(from.x(), to.x())
          && Math.min(from.y(), to.y()) <= window.bottom()
          && window.y() <= Math.max(from.y(), to.y())) {
        return true;
      }
    }
    return false;
  }
}
