package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of a plan by their ends, and what the edges that are seen make of each.
final class DrawnLines {
  /// Ends are cards as [Census] counts them.
  private record Ends(int source, int target, Category category) {}

  /// How many edges a line stands for, the worst of them, whether all are guesses, and what they
  /// mean: the relation of those nearest to the cards' own objects, the first by name.
  static final class Line {
    private int count;
    private EdgeState worst = EdgeState.RESOLVED;
    private boolean inferred = true;
    private int nearest = -1;
    private @Nullable Relation relation;

    int count() {
      return count;
    }

    EdgeState worst() {
      return worst;
    }

    boolean isInferred() {
      return inferred;
    }

    /// @throws IllegalStateException when it stands for no edge
    Relation relation() {
      if (relation == null) {
        throw new IllegalStateException("no edge tells what the line means");
      }
      return relation;
    }

    /// @param nearness how many of its ends are the cards' own objects
    void add(Relation relation, EdgeState state, boolean isGuess, int nearness) {
      count++;
      inferred &= isGuess;
      worst = worst.worse(state);
      boolean isFirst =
          this.relation == null
              || nearness > nearest
              || (nearness == nearest && relation.compareTo(this.relation) < 0);
      if (isFirst) {
        this.relation = relation;
        nearest = nearness;
      }
    }
  }

  private final Map<Ends, Line> lines = new HashMap<>();

  /// By card, the first card of its block; 0 for blocks without lines.
  private final int[] blocks;

  DrawnLines(Plan plan, Census census) {
    blocks = new int[census.cards() + 1];
    for (int at = 0; at < plan.frames().size(); at++) {
      FramePlan frame = plan.frames().get(at);
      for (int number = 0; number < frame.blocks().size(); number++) {
        add(frame.blocks().get(number), census.frames().get(at).blocks().get(number));
      }
    }
  }

  private DrawnLines() {
    blocks = new int[1];
  }

  /// Where no lines are drawn.
  static DrawnLines none() {
    return new DrawnLines();
  }

  /// Those of one block, of which the census is alone.
  DrawnLines(BlockPlan block, Census census) {
    blocks = new int[census.cards() + 1];
    add(block, census.frames().getFirst().blocks().getFirst());
  }

  private void add(BlockPlan block, Census.OfBlock count) {
    if (!block.routes().isEmpty()) {
      int first = count.firstCard();
      Arrays.fill(blocks, first, first + block.cards().size(), first);
    }
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
