package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One frame of a plan with what is counted in it. Immutable; the same object as before as long as
/// nothing in it has changed.
///
/// @param counts of its blocks, in their order
record CountedFrame(FramePlan plan, List<BlockCount> counts, Tally tally, Look look) {
  static CountedFrame of(FramePlan plan, List<BlockCount> counts) {
    Count all = new Count();
    Set<Look> looks = EnumSet.noneOf(Look.class);
    for (BlockCount count : counts) {
      all.add(count.tally());
      if (!count.tally().equals(Tally.NOTHING)) {
        looks.add(count.look());
      }
    }
    return new CountedFrame(plan, List.copyOf(counts), all.tally(), Looks.together(looks));
  }

  /// Whether it is drawn at all.
  boolean isSeen() {
    return counts.stream().anyMatch(BlockCount::isSeen);
  }
}
