package io.kubilitics.layout.drawing;

import io.kubilitics.layout.BlockPlan;
import io.kubilitics.layout.FramePlan;
import io.kubilitics.layout.Plan;
import io.kubilitics.layout.RoutePlan;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.RelationType.Category;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of a plan by their ends, and what the edges that are seen make of each.
final class DrawnLines {
  /// Ends are cards as [Census] counts them.
  private record Ends(int source, int target, Category category) {}

  /// How many edges a line stands for, and the worst of them.
  static final class Line {
    private int count;
    private EdgeState worst = EdgeState.RESOLVED;

    int count() {
      return count;
    }

    EdgeState worst() {
      return worst;
    }

    void add(EdgeState state) {
      count++;
      worst = worst.worse(state);
    }
  }

  private final Map<Ends, Line> lines = new HashMap<>();

  DrawnLines(Plan plan, Census census) {
    for (int at = 0; at < plan.frames().size(); at++) {
      FramePlan frame = plan.frames().get(at);
      for (int number = 0; number < frame.blocks().size(); number++) {
        add(frame.blocks().get(number), census.frames().get(at).blocks().get(number));
      }
    }
  }

  private void add(BlockPlan block, Census.OfBlock count) {
    for (RoutePlan route : block.routes()) {
      if (route.points().size() >= 2) {
        lines.put(ends(route, count), new Line());
      }
    }
  }

  private static Ends ends(RoutePlan route, Census.OfBlock block) {
    return new Ends(
        block.firstCard() + route.source(), block.firstCard() + route.target(), route.category());
  }

  /// Null when there is no such line.
  @Nullable Line between(int source, int target, Category category) {
    return lines.get(new Ends(source, target, category));
  }

  /// Null when it is not drawn.
  @Nullable Line of(RoutePlan route, Census.OfBlock block) {
    return lines.get(ends(route, block));
  }
}
