package io.kubilitics.session.map;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How much there is in a window, and how finely that can be told.
///
/// @param blocks that touch the window
/// @param objects in them: cards, and what stands inside cards
record LevelChoice(int blocks, int objects) {
  static final LevelChoice NOTHING = new LevelChoice(0, 0);

  /// More cannot be read in one picture at this level.
  private static final int MOST_IN_DETAIL = 1_500;

  private static final int MOST_IN_CARDS = 12_000;
  private static final int MOST_APPS = 2_000;

  /// Of what is drawn singly in one answer.
  private static final int MOST_OBJECTS = 20_000;

  /// @param window in the coordinates of the plan, null for all of it
  LevelChoice plus(Plan plan, @Nullable Rect window) {
    int moreBlocks = blocks;
    int moreObjects = objects;
    for (FramePlan frame : plan.frames()) {
      if (window != null && !window.overlaps(frame.rect())) {
        continue;
      }
      for (BlockPlan block : frame.blocks()) {
        Rect rect = block.slot().plus(frame.rect().x(), frame.rect().y());
        if (window == null || window.overlaps(rect)) {
          moreBlocks++;
          moreObjects += objects(block);
        }
      }
    }
    return new LevelChoice(moreBlocks, moreObjects);
  }

  private static int objects(BlockPlan block) {
    int objects = 0;
    for (CardPlan card : block.cards()) {
      objects += 1 + card.cells().size() + card.generations().size() + card.folded().size();
    }
    return objects;
  }

  /// The finest level at which it can be read.
  Level level() {
    if (objects <= MOST_IN_DETAIL) {
      return Level.DETAIL;
    }
    if (objects <= MOST_IN_CARDS) {
      return Level.CARDS;
    }
    return blocks <= MOST_APPS ? Level.APPS : Level.NAMESPACES;
  }

  /// Refuses to tell too much singly. It does not say how much there is: not everybody may see all
  /// of it.
  ///
  /// @throws ProblemException `TooLarge`
  void checkSize(Level level) {
    if ((level == Level.DETAIL || level == Level.CARDS) && objects > MOST_OBJECTS) {
      throw new ProblemException(
          new Problem.TooLarge(
              "a drawing of everything here at level " + level.number(),
              "at most "
                  + String.format(Locale.ROOT, "%,d", MOST_OBJECTS)
                  + " objects are drawn singly at once; give a smaller viewport, or level 0 or 1"));
    }
  }
}
