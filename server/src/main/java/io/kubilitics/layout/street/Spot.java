package io.kubilitics.layout.street;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Frame;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which card an object is drawn.
///
/// @param block number of the block in its frame
/// @param card number of the card in its block
record Spot(FramePlan frame, int block, int card) {
  /// By place in the plan.
  static final Comparator<Spot> ORDER =
      Comparator.comparing((Spot spot) -> spot.frame.key())
          .thenComparingInt(Spot::block)
          .thenComparingInt(Spot::card);

  /// Where these objects are drawn, those that are.
  static Map<ResourceId, Spot> of(Plan map, Set<ResourceId> wanted) {
    Map<ResourceId, Spot> spots = new HashMap<>();
    for (FramePlan frame : map.frames()) {
      for (int block = 0; block < frame.blocks().size(); block++) {
        List<CardPlan> cards = frame.blocks().get(block).cards();
        for (int card = 0; card < cards.size(); card++) {
          Spot spot = new Spot(frame, block, card);
          cards.get(card).objects().forEach(id -> found(id, spot, wanted, spots));
        }
      }
    }
    return spots;
  }

  private static void found(
      ResourceId id, Spot spot, Set<ResourceId> wanted, Map<ResourceId, Spot> spots) {
    if (wanted.contains(id)) {
      spots.putIfAbsent(id, spot);
    }
  }

  BlockPlan blockPlan() {
    return frame.blocks().get(block);
  }

  CardPlan cardPlan() {
    return blockPlan().cards().get(card);
  }

  ResourceId id() {
    return cardPlan().id();
  }

  boolean isInBand() {
    return frame.type() == Frame.Type.CLUSTER;
  }

  boolean isInBlockOf(Spot other) {
    return frame.key().equals(other.frame.key()) && block == other.block;
  }

  /// By the key of the frame, not by all that is in it.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Spot(FramePlan otherFrame, int otherBlock, int otherCard)
        && card == otherCard
        && block == otherBlock
        && frame.key().equals(otherFrame.key());
  }

  @Override
  public int hashCode() {
    return (frame.key().hashCode() * 31 + block) * 31 + card;
  }

  /// On the canvas.
  Rect rect() {
    Rect slot = blockPlan().slot();
    return cardPlan().rect().plus(frame.rect().x() + slot.x(), frame.rect().y() + slot.y());
  }
}
