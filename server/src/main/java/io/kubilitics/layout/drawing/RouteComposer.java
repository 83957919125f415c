package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.layout.plan.RoutePlan.Ends;
import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Point;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of one block.
final class RouteComposer {
  /// Where lines leave a card together: the first of them that has room says the verb for all.
  private record Bundle(ResourceId source, Category category) {}

  /// Left of the verb.
  private static final int BEFORE_VERB = 5;

  /// Right of it: a bend, or the end of the line.
  private static final int AFTER_VERB = 2;

  private static final int ARROW = 9;

  private final Sight sight;
  private final DrawnLines lines;

  RouteComposer(Sight sight, DrawnLines lines) {
    this.sight = sight;
    this.lines = lines;
  }

  /// @param cards by the index that routes name them by; null for those that are not drawn
  List<Route> routes(BlockPlan block, Census.OfBlock count, List<@Nullable Card> cards) {
    List<Route> routes = new ArrayList<>();
    Set<Bundle> named = new HashSet<>();
    for (RoutePlan plan : block.routes()) {
      Card source = cards.get(plan.source());
      Card target = cards.get(plan.target());
      DrawnLines.@Nullable Line line = lines.of(plan, count);
      if (source != null && target != null && line != null && line.count() > 0) {
        List<Edge> edges = edges(plan);
        Bundle bundle = new Bundle(source.id(), plan.category());
        String verb = named.contains(bundle) ? "" : verb(line.relation(), plan.points());
        if (!verb.isEmpty()) {
          named.add(bundle);
        }
        routes.add(route(plan, line, source, target, edges, verb));
      }
    }
    return routes;
  }

  private static Route route(
      RoutePlan plan,
      DrawnLines.Line line,
      Card source,
      Card target,
      List<Edge> edges,
      String verb) {
    return new Route(
        edges.stream().map(Edge::id).toList(),
        line.count(),
        source.id(),
        target.id(),
        plan.category(),
        line.worst(),
        line.isInferred(),
        verb,
        plan.points());
  }

  private String verb(Relation relation, List<Point> points) {
    String verb = Verbs.of(relation);
    Point start = points.get(0);
    Point end = points.get(1);
    int after = points.size() == 2 ? ARROW : AFTER_VERB;
    int room = Math.abs(end.x() - start.x()) - BEFORE_VERB - after;
    boolean fits = start.y() == end.y() && TextMeasure.width(verb, TextStyle.VERB) <= room;
    return fits && sight.shown().level() == Level.DETAIL ? verb : "";
  }

  /// Those that are there and whose ends are seen.
  private List<Edge> edges(RoutePlan plan) {
    List<Edge> edges = new ArrayList<>();
    for (Ends ends : plan.edges()) {
      Edge edge = edge(ends);
      if (edge != null) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private @Nullable Edge edge(Ends ends) {
    Network network = sight.network();
    int source = network.find(ends.source());
    int target = network.find(ends.target());
    int relation = sight.number(ends.relation());
    if (source == Network.NOBODY
        || target == Network.NOBODY
        || sight.node(source) == null
        || sight.node(target) == null) {
      return null;
    }
    boolean[] isThere = {false};
    network.forEachOut(
        source, (number, other) -> isThere[0] |= number == relation && other == target);
    return isThere[0] ? network.edge(source, relation, target) : null;
  }
}
