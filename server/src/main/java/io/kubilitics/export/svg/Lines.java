package io.kubilitics.export.svg;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Paints lines between cards: the course with rounded bends, the end that says how it acts, the
/// dash that says how sure it is. A line ends exactly at the border of its card.
final class Lines {
  private static final int VERB_GAP = 5;

  private final Pen pen;
  private final boolean detailed;

  Lines(Pen pen, Level level) {
    this.pen = pen;
    detailed = level == Level.DETAIL;
  }

  /// @param points in pixels
  void paint(Route route, List<Point> points, boolean lit) {
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
    if (detailed && !route.verb().isEmpty()) {
      verb(route.verb(), course);
    }
  }

  private Rule resting(LineColour colour) {
    return detailed ? Rules.line(colour) : Rules.thinLine(colour);
  }

  /// Over the first run, where that is long enough.
  private void verb(String verb, Course course) {
    Point from = course.first();
    Point to = course.afterFirst();
    if (from.y() != to.y()) {
      return;
    }
    int room = Math.abs(to.x() - from.x()) - VERB_GAP - 1;
    if (Pen.width(verb, Rules.VERB) > room) {
      return;
    }
    boolean leftwards = to.x() < from.x();
    int x = leftwards ? from.x() - VERB_GAP : from.x() + VERB_GAP;
    String text = Pen.fitted(Label.whole(verb), room, Rules.VERB);
    pen.text(x, from.y() - 4, text, Rules.VERB, leftwards ? Rules.END : null);
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
