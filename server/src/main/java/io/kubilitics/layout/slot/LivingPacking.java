package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows a change of the items and moves as few of them as it can. For one thread, for one
/// update.
final class LivingPacking {
  /// A slot shrinks when its item needs less than one part of so many.
  private static final int SHRINK_BELOW = 3;

  /// Changes of one kind that are looked at one by one; more are made in one go, which takes no
  /// longer but moves more.
  private static final int MOST_SINGLY = 256;

  /// Newcomers are packed together, too, when they are so many times those that are there.
  private static final int CROWD = 4;

  private final PackingRules rules;
  private final Packing before;
  private final List<Item> items;
  private final Boxes boxes;
  private final int[] neededHeights;
  private final Map<String, Rect> slots;
  private final List<Integer> grown = new ArrayList<>();
  private final List<Integer> added = new ArrayList<>();
  private boolean shrunk;

  LivingPacking(PackingRules rules, Packing before, List<Item> items) {
    this.rules = rules;
    this.before = before;
    this.items = items;
    this.boxes = new Boxes(items.size(), rules.gap());
    this.neededHeights = new int[items.size()];
    this.slots = HashMap.newHashMap(items.size());
  }

  /// The new packing, or the old one when nothing has changed.
  Packing update() {
    for (int box = 0; box < items.size(); box++) {
      compare(box);
    }
    if (grown.isEmpty() && added.isEmpty()) {
      return shrunk || slots.size() != before.count() ? new Packing(slots) : before;
    }
    if (grown.size() > MOST_SINGLY) {
      settleGrown();
      grown.clear();
    }
    List<Item> crowd = List.of();
    if (added.size() > MOST_SINGLY || added.size() > CROWD * slots.size()) {
      crowd = added.stream().map(items::get).toList();
      added.clear();
    }
    if (!grown.isEmpty() || !added.isEmpty()) {
      changeSingly();
    }
    collect();
    if (!crowd.isEmpty()) {
      Size taken = new Size(boxes.right(), boxes.bottom());
      slots.putAll(new FreshPacking(rules, crowd, taken).pack());
    }
    return new Packing(slots);
  }

  private void compare(int box) {
    Item item = items.get(box);
    neededHeights[box] = item.height() + rules.gap();
    Rect slot = before.byKey().get(item.key());
    if (slot == null) {
      added.add(box);
      return;
    }
    if (item.width() > slot.width() || item.height() > slot.height()) {
      grown.add(box);
    } else if (item.area() * SHRINK_BELOW < (long) slot.width() * slot.height()) {
      slot = new Rect(slot.x(), slot.y(), item.width(), item.height());
      shrunk = true;
    }
    boxes.set(box, slot);
    slots.put(item.key(), slot);
  }

  private void settleGrown() {
    for (int box : grown) {
      int width = items.get(box).width() + rules.gap();
      boxes.set(box, boxes.left(box), boxes.top(box), width, neededHeights[box]);
    }
    Settling.run(boxes, neededHeights);
  }

  private void changeSingly() {
    SingleChanges changes = new SingleChanges(rules, boxes, neededHeights);
    grown.sort(Comparator.<Integer>comparingInt(boxes::top).thenComparingInt(boxes::left));
    grown.forEach(box -> changes.grow(box, items.get(box).width() + rules.gap()));
    added.sort(
        Comparator.<Integer>comparingLong(box -> -items.get(box).area())
            .thenComparingInt(box -> -items.get(box).height()));
    added.forEach(box -> changes.add(box, items.get(box).width() + rules.gap()));
  }

  private void collect() {
    for (int box = 0; box < items.size(); box++) {
      String key = items.get(box).key();
      if (boxes.isPlaced(box) && !boxes.hasSlot(box, slots.get(key))) {
        slots.put(key, boxes.slot(box));
      }
    }
  }
}
