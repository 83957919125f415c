package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import io.kubilitics.model.drawing.Route.End;

/// The ends of lines, their tips on the border they point at.
final class LineEnd {
  private LineEnd() {}

  /// How far before the border the line stops.
  static int length(End end, boolean large) {
    return switch (end) {
      case TRIANGLE -> large ? 6 : 4;
      case RING -> large ? 7 : 4;
      case CHEVRON -> large ? 2 : 1;
    };
  }

  static void draw(Pen pen, End end, Rule rule, Course course, boolean large) {
    Point tip = course.last();
    int x = course.directionX();
    int y = course.directionY();
    switch (end) {
      case TRIANGLE -> triangle(pen, rule, tip, x, y, large ? 8 : 5, large ? 8 : 6);
      case CHEVRON -> {
        int length = large ? 6 : 4;
        int wing = large ? 4 : 3;
        PathPen path = pen.path(rule, null);
        path.move(tip.x() - length * x - wing * y, tip.y() - length * y + wing * x);
        path.line(tip.x() - x, tip.y() - y);
        path.line(tip.x() - length * x + wing * y, tip.y() - length * y - wing * x).end();
      }
      case RING -> {
        int back = large ? 4 : 2;
        pen.circle(rule, tip.x() - back * x, tip.y() - back * y, large ? 3 : 2);
      }
    }
  }

  /// @param x of its direction: -1, 0 or 1
  /// @param wings the width of its base, in halves of a pixel to either side
  static void triangle(Pen pen, Rule rule, Point tip, int x, int y, int length, int wings) {
    int baseX = 2 * (tip.x() - length * x);
    int baseY = 2 * (tip.y() - length * y);
    PathPen path = pen.path(rule, null).move(tip.x(), tip.y());
    path.lineHalves(baseX - wings * y, baseY + wings * x);
    path.lineHalves(baseX + wings * y, baseY - wings * x).shut();
  }
}
