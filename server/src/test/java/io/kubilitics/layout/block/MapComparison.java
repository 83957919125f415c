package io.kubilitics.layout.block;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.List;

/// A whole plan against one layered run over the same cards and lines.
public final class MapComparison {
  /// What a picture costs the eye.
  ///
  /// @param meanLength of a line, in map units
  /// @param fillPercent how much of the picture is cards
  public record Cost(int cards, int lines, long crossings, long meanLength, long fillPercent) {
    private static Cost of(Figures figures) {
      return new Cost(
          figures.boxes(),
          figures.lines(),
          figures.crossings(),
          figures.meanLength(),
          figures.fillPercent());
    }
  }

  private final Plan plan;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Rect> rects = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<List<Point>> routes = new ArrayList<>();

  public MapComparison(Plan plan) {
    this.plan = plan;
    for (FramePlan frame : plan.frames()) {
      for (BlockPlan block : frame.blocks()) {
        add(block, frame.rect().x() + block.slot().x(), frame.rect().y() + block.slot().y());
      }
    }
  }

  private void add(BlockPlan block, int x, int y) {
    int first = boxes.size();
    for (CardPlan card : block.cards()) {
      boxes.add(new Box(0, card.id().toString(), card.rect().size(), card.shape().hasCells()));
      rects.add(card.rect().plus(x, y));
    }
    for (RoutePlan route : block.routes()) {
      lines.add(new Line(first + route.source(), first + route.target(), route.category()));
      routes.add(route.points().stream().map(point -> point.plus(x, y)).toList());
    }
  }

  /// The plan itself.
  public Cost blocks() {
    return Cost.of(Figures.of(rects, lines, routes, plan.bounds().size()));
  }

  /// The same cards and lines laid out in one run.
  public Cost flat() {
    return Cost.of(FlatComparison.flat(boxes, lines));
  }

  /// Every object in a card of its own and every edge a line, laid out in one run: what a map is
  /// without folding, blocks, and relations set aside.
  public static Cost flat(Network network) {
    List<Box> boxes = new ArrayList<>();
    int[] numbers = new int[network.limit()];
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null) {
        numbers[handle] = boxes.size();
        boxes.add(new Box(0, node.id().toString(), CardShape.SIMPLE.size(0), false));
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int handle = 0; handle < network.limit(); handle++) {
      if (network.node(handle) != null) {
        int source = handle;
        network.forEachOut(
            source,
            (number, target) -> {
              RelationType type = network.relation(number);
              if (!type.hidden()) {
                lines.add(new Line(numbers[source], numbers[target], type.category()));
              }
            });
      }
    }
    return Cost.of(FlatComparison.flat(boxes, lines));
  }
}
