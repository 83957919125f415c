package io.kubilitics.layout.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at every pair of slots, without any index.
final class SlowOracle {
  private SlowOracle() {}

  static void assertSound(PackingRules rules, Packing packing, List<Item> items) {
    assertThat(packing.slots().keySet())
        .containsExactlyInAnyOrderElementsOf(items.stream().map(Item::key).toList());
    for (Item item : items) {
      Rect slot = packing.slot(item.key()).orElseThrow();
      if (slot.width() < item.size().width() || slot.height() < item.size().height()) {
        throw new AssertionError(item + " does not fit into " + slot);
      }
    }
    Rect whole = new Rect(0, 0, packing.size().width(), packing.size().height());
    List<Map.Entry<String, Rect>> slots = new ArrayList<>(packing.slots().entrySet());
    for (int one = 0; one < slots.size(); one++) {
      Rect slot = slots.get(one).getValue();
      if (!whole.contains(slot)) {
        throw new AssertionError(slots.get(one) + " reaches out of " + packing.size());
      }
      Rect withGap =
          new Rect(slot.x(), slot.y(), slot.width() + rules.gap(), slot.height() + rules.gap());
      for (int two = one + 1; two < slots.size(); two++) {
        Rect other = slots.get(two).getValue();
        if (withGap.overlaps(
            new Rect(
                other.x(), other.y(), other.width() + rules.gap(), other.height() + rules.gap()))) {
          throw new AssertionError(slots.get(one) + " is too near to " + slots.get(two));
        }
      }
    }
  }
}
