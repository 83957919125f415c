package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Level;
import java.util.ArrayList;
import java.util.List;

/// From map units on the canvas to whole pixels at the scale of a level. Sides are rounded, not
/// sizes: what touches keeps touching.
record Scale(int divisor) {
  static Scale of(Level level) {
    return new Scale(level.divisor());
  }

  /// To the nearest pixel; halves go up.
  int px(int units) {
    return divisor == 1 ? units : Math.floorDiv(2 * units + divisor, 2 * divisor);
  }

  Rect px(Rect rect) {
    if (divisor == 1) {
      return rect;
    }
    int x = px(rect.x());
    int y = px(rect.y());
    return new Rect(x, y, px(rect.right()) - x, px(rect.bottom()) - y);
  }

  /// @param x of the origin the points are relative to
  List<Point> px(List<Point> points, int x, int y) {
    List<Point> scaled = new ArrayList<>(points.size());
    for (Point point : points) {
      scaled.add(new Point(px(point.x() + x), px(point.y() + y)));
    }
    return scaled;
  }
}
