package io.kubilitics.layout;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.RoutePlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One hash of every number and every id of a plan, but not of its revision and epoch.
final class PlanDigest {
  private final MessageDigest digest;

  private PlanDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(Plan plan) {
    PlanDigest digest = new PlanDigest();
    digest.add(plan.arrangement());
    digest.add(plan.bounds(), plan.districts());
    for (FramePlan frame : plan.frames()) {
      digest.add(frame.key(), frame.type(), frame.title(), frame.rect(), frame.blocks().size());
      frame.blocks().forEach(digest::block);
    }
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void block(BlockPlan block) {
    add(block.key(), block.type(), block.title(), block.roots(), block.slot());
    for (CardPlan card : block.cards()) {
      add(card.id(), card.shape(), card.rect(), card.capacity(), card.cells());
      add(card.generations(), card.folded());
    }
    for (RoutePlan route : block.routes()) {
      add(route.source(), route.target(), route.category(), route.count());
      add(route.edges(), route.points());
    }
  }

  /// By their texts, each with its length before it.
  private void add(Object... parts) {
    for (Object part : parts) {
      byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
      digest.update(text);
    }
  }
}
