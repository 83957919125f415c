package io.kubilitics.layout.drawing;

import io.kubilitics.layout.BlockPlan;
import io.kubilitics.layout.FramePlan;
import io.kubilitics.layout.Plan;
import io.kubilitics.layout.RoutePlan;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Level;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of a plan by their ends, and what the edges that are seen make of each.
final class DrawnLines {
  /// Ends are cards as [Census] counts them.
  private record Ends(int source, int target, Category category) {}

  /// How many edges a line stands for, and the worst of them.
  static final class Line {
    private final boolean isWanted;
    private int count;
    private EdgeState worst = EdgeState.RESOLVED;

    Line(boolean isWanted) {
      this.isWanted = isWanted;
    }

    /// Whether it is looked at; of others nothing need be known.
    boolean isWanted() {
      return isWanted;
    }

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

  /// By card, the first card of its block; 0 for blocks without lines.
  private final int[] blocks;

  /// @param shown at levels without lines there are none
  DrawnLines(Plan plan, Census census, Shown shown) {
    blocks = new int[census.cards() + 1];
    if (shown.level() == Level.NAMESPACES || shown.level() == Level.APPS) {
      return;
    }
    for (int at = 0; at < plan.frames().size(); at++) {
      FramePlan frame = plan.frames().get(at);
      for (int number = 0; number < frame.blocks().size(); number++) {
        BlockPlan block = frame.blocks().get(number);
        boolean isWanted = shown.isIn(block.slot().plus(frame.rect().x(), frame.rect().y()));
        add(block, census.frames().get(at).blocks().get(number), isWanted);
      }
    }
  }

  private void add(BlockPlan block, Census.OfBlock count, boolean isWanted) {
    if (!block.routes().isEmpty()) {
      int first = count.firstCard();
      Arrays.fill(blocks, first, first + block.cards().size(), first);
    }
    for (RoutePlan route : block.routes()) {
      if (route.points().size() >= 2) {
        lines.put(ends(route, count), new Line(isWanted));
      }
    }
  }

  private static Ends ends(RoutePlan route, Census.OfBlock block) {
    return new Ends(
        block.firstCard() + route.source(), block.firstCard() + route.target(), route.category());
  }

  /// Whether two cards stand in one block that has lines.
  boolean mayJoin(int source, int target) {
    return blocks[source] != 0 && blocks[source] == blocks[target];
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
