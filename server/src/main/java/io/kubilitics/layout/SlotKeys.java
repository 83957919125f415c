package io.kubilitics.layout;

import io.kubilitics.layout.slot.Cells;
import io.kubilitics.layout.slot.Packing;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.model.ResourceId;

/// Under which keys the places inside cards and blocks are remembered: the cells of a card under
/// its object, the places of a block without lines under its frame and key.
final class SlotKeys {
  private SlotKeys() {}

  static Packing blocks(SlotEpoch slots, String frame) {
    return slots.blocks().getOrDefault(frame, Packing.NONE);
  }

  static Cells cells(SlotEpoch slots, ResourceId card) {
    return slots.cells().getOrDefault(card(card), Cells.NONE);
  }

  static Cells grid(SlotEpoch slots, String frame, String block) {
    return slots.cells().getOrDefault(grid(frame, block), Cells.NONE);
  }

  static String card(ResourceId id) {
    return "card " + id;
  }

  static String grid(String frame, String block) {
    return "grid " + frame + '\n' + block;
  }
}
