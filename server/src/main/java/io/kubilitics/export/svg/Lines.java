package io.kubilitics.export.svg;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints lines between cards: the course with rounded bends, the end that says how it acts, the
/// dash that says how sure it is. A line ends exactly at the border of its card.
final class Lines {
  private static final int VERB_GAP = 5;
  private static final int ARROW = 9;

  private final Pen pen;
  private final boolean detailed;

  Lines(Pen pen, Level level) {
    this.pen = pen;
    detailed = level == Level.DETAIL;
  }

  /// @param points in pixels
  /// @param uprights what the verb must keep out of; null where a pill says it
  void paint(Route route, List<Point> points, boolean lit, @Nullable Uprights uprights) {
    Course course = Course.of(points);
    LineColour colour = LineColour.of(route);
    Rule rule = lit ? Rules.litLine(colour) : resting(colour);
    pen.used().line(route.state(), route.inferred());
    PathPen path = pen.path(rule, dash(route), edge(route), route.count());
    course.draw(path, detailed ? 8 : 4, LineEnd.length(route.end(), detailed));
    path.end();
    LineEnd.draw(pen, route.end(), Rules.end(route.end(), colour, lit), course, detailed);
    if (route.state() == EdgeState.DENIED) {
      Point middle = course.middle();
      pen.path(Rules.DENIED, null).cross(middle.x(), middle.y(), detailed ? 10 : 6).end();
    }
    if (detailed && uprights != null && !route.verb().isEmpty()) {
      verb(route.verb(), course, uprights);
    }
  }

  private Rule resting(LineColour colour) {
    return detailed ? Rules.line(colour) : Rules.thinLine(colour);
  }

  /// Over the first run, where nothing crosses it.
  private void verb(String verb, Course course, Uprights uprights) {
    Point from = course.first();
    Point to = course.afterFirst();
    if (from.y() != to.y()) {
      return;
    }
    boolean straight = course.points().size() == 2;
    int before = to.x() < from.x() && straight ? ARROW : VERB_GAP;
    int after = to.x() > from.x() && straight ? ARROW : 1;
    int left = Math.min(from.x(), to.x()) + before;
    int right = Math.max(from.x(), to.x()) - after;
    int base = from.y() - 4;
    int x = uprights.place(left, right, base, Pen.width(verb, Rules.VERB));
    if (x >= 0) {
      pen.text(x, base, verb, Rules.VERB);
    }
  }

  private static @Nullable Rule dash(Route route) {
    return dash(route.state(), route.inferred());
  }

  static @Nullable Rule dash(EdgeState state, boolean inferred) {
    return switch (state) {
      case MISSING -> Rules.DASH_MISSING;
      case STALE -> Rules.DASH_STALE;
      case UNKNOWN -> Rules.DASH_UNKNOWN;
      case RESOLVED, DENIED -> inferred ? Rules.DASH_INFERRED : null;
    };
  }

  /// The first edge it stands for, by which the line is found again.
  private static String edge(Route route) {
    return route.edges().isEmpty()
        ? route.source() + " " + route.category().text() + " " + route.target()
        : route.edges().getFirst();
  }
}
