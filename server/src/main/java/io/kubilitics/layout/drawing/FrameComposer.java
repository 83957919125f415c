package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One frame with its blocks, or with a cell for each of them.
final class FrameComposer {
  private final Sight sight;
  private final Level level;
  private final BlockComposer blocks;
  private final TitleRooms rooms;
  private final Gaps gaps;

  FrameComposer(Sight sight, DrawnLines lines, Gaps gaps) {
    this.sight = sight;
    this.gaps = gaps;
    level = sight.shown().level();
    blocks = new BlockComposer(sight, lines);
    rooms = new TitleRooms(level);
  }

  /// Null when nothing of it is seen.
  @Nullable Frame frame(FramePlan plan, Census.OfFrame count) {
    if (!isSeen(plan, count)) {
      return null;
    }
    boolean isNear = sight.shown().isIn(plan.rect());
    return frame(
        plan,
        count.tally(),
        count.look(),
        isNear && level == Level.NAMESPACES ? cells(plan, count) : List.of(),
        isNear && level != Level.NAMESPACES ? blocks(plan, count) : List.of());
  }

  /// One whose content is made already.
  Frame frame(FramePlan plan, Tally tally, Look look, List<AppCell> cells, List<Block> blocks) {
    Rect rect = plan.rect();
    return new Frame(
        plan.key(),
        plan.type(),
        rect,
        rooms.frame(plan.title(), rect.width(), rect.height(), tally, look),
        rooms.frameNote(plan.type() == Frame.Type.GROUP ? gaps.of(plan.key()) : "", rect.width()),
        tally,
        look,
        cells,
        blocks);
  }

  private List<AppCell> cells(FramePlan plan, Census.OfFrame count) {
    List<AppCell> cells = new ArrayList<>();
    for (int at = 0; at < plan.blocks().size(); at++) {
      Census.OfBlock ofBlock = count.blocks().get(at);
      BlockPlan block = plan.blocks().get(at);
      if (isSeen(block, ofBlock)) {
        cells.add(blocks.cell(block, ofBlock, plan.type() == Frame.Type.CLUSTER));
      }
    }
    return cells;
  }

  private List<Block> blocks(FramePlan plan, Census.OfFrame count) {
    List<Block> drawn = new ArrayList<>();
    for (int at = 0; at < plan.blocks().size(); at++) {
      BlockPlan block = plan.blocks().get(at);
      boolean isSeen = isSeen(block, count.blocks().get(at));
      if (isSeen && sight.shown().isIn(block.slot().plus(plan.rect().x(), plan.rect().y()))) {
        drawn.add(blocks.block(block, count.blocks().get(at)));
      }
    }
    return drawn;
  }

  private boolean isSeen(FramePlan plan, Census.OfFrame count) {
    return !count.tally().equals(Tally.NOTHING) || plan.blocks().stream().anyMatch(this::hasOthers);
  }

  private boolean isSeen(BlockPlan plan, Census.OfBlock count) {
    return !count.tally().equals(Tally.NOTHING) || hasOthers(plan);
  }

  /// Whether it has something that is no object of the cluster, or may be one.
  private boolean hasOthers(BlockPlan plan) {
    return plan.cards().stream().anyMatch(card -> sight.node(card.id()) != null);
  }
}
