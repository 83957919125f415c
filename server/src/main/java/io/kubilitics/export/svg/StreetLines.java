package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Street;
import java.util.ArrayList;
import java.util.List;

/// The traffic between tiles. Its lines end at the borders the tiles are painted with.
final class StreetLines {
  private static final char BLOCK = '\n';
  private static final int RADIUS = 4;

  private final Pen pen;
  private final Scale scale;
  private final int length;
  private final int wings;

  StreetLines(Pen pen, Scale scale, Level level) {
    this.pen = pen;
    this.scale = scale;
    length = level == Level.APPS ? 5 : 4;
    wings = level == Level.APPS ? 6 : 5;
  }

  void paint(Street street, boolean lit) {
    List<Point> points = scale.px(street.points(), 0, 0);
    if (points.size() < 2) {
      return;
    }
    Course course = Course.of(reaching(points, street));
    List<Rule> widths = lit ? Rules.LIT_STREET : Rules.STREET;
    Rule rule = widths.get(Math.clamp(street.weight(), 1, widths.size()) - 1);
    PathPen path = pen.street(rule, street.from(), street.to(), street.count());
    course.draw(path, RADIUS, length - 1);
    path.end();
    LineEnd.triangle(
        pen,
        lit ? Rules.LIT_STREET_END : Rules.STREET_END,
        course.last(),
        course.directionX(),
        course.directionY(),
        length,
        wings);
  }

  /// A block's tile is smaller than the block, so its streets go a little further.
  private static List<Point> reaching(List<Point> points, Street street) {
    List<Point> course = new ArrayList<>(points);
    int last = points.size() - 1;
    if (street.from().indexOf(BLOCK) >= 0) {
      course.set(0, beyond(points.get(1), points.get(0)));
    }
    if (street.to().indexOf(BLOCK) >= 0) {
      course.set(last, beyond(points.get(last - 1), points.get(last)));
    }
    return course;
  }

  private static Point beyond(Point before, Point end) {
    return end.plus(
        Integer.signum(end.x() - before.x()) * AppTiles.INSET,
        Integer.signum(end.y() - before.y()) * AppTiles.INSET);
  }
}
