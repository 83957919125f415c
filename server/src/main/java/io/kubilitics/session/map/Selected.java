package io.kubilitics.session.map;

import io.kubilitics.layout.street.Spotlight;
import io.kubilitics.model.Point;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Lit.Pill;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is lit on a canvas with several clusters: an object of the first cluster that has it.
final class Selected {
  private Selected() {}

  /// Null when nothing is selected. Where nothing is drawn singly there are no lines and pills: the
  /// tiles that hold what is touched stand out.
  ///
  /// @param offsets how far each plan is moved
  /// @throws ProblemException `NotFound` when it is nowhere
  static @Nullable Lit lit(
      List<Subject> subjects, List<Point> offsets, @Nullable ResourceId id, Level level) {
    if (id == null) {
      return null;
    }
    for (int at = 0; at < subjects.size(); at++) {
      Sheet sheet = subjects.get(at).sheet();
      if (sheet.network().find(id) != Network.NOBODY) {
        Lit lit = Spotlight.light(sheet.plan(), sheet.network(), sheet.filter(), id, level);
        return switch (level) {
          case NAMESPACES, APPS -> new Lit(id, lit.touched(), List.of(), List.of());
          case CARDS, DETAIL -> moved(lit, offsets.get(at));
        };
      }
    }
    throw new ProblemException(new Problem.NotFound(id.toString()));
  }

  private static Lit moved(Lit lit, Point by) {
    return new Lit(
        lit.id(),
        lit.touched(),
        lit.routes().stream().map(route -> moved(route, by)).toList(),
        lit.pills().stream()
            .map(pill -> new Pill(pill.at().plus(by.x(), by.y()), pill.text()))
            .toList());
  }

  private static Route moved(Route route, Point by) {
    return new Route(
        route.edges(),
        route.count(),
        route.source(),
        route.target(),
        route.category(),
        route.state(),
        route.inferred(),
        route.verb(),
        route.points().stream().map(point -> point.plus(by.x(), by.y())).toList());
  }
}
