package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows a change of the items and moves as few of them as it can. For one thread, for one update.
final class LivingPacking {
  /// A slot shrinks when its item needs less than one part of so many.
  private static final int SHRINK_BELOW = 3;

  /// A new item takes any hole, however far from the corner, rather than let the container grow.
  private static final long NEVER_GROW_IF_AVOIDABLE = 1L << 31;

  private final PackingRules rules;
  private final Packing before;
  private final List<Item> items;
  private final Boxes boxes;
  private final int[] neededHeights;
  private final Map<String, Rect> slots;
  private final List<Integer> grown = new ArrayList<>();
  private final List<Integer> added = new ArrayList<>();
  private boolean changed;
  private @Nullable FreeSpace freeSpace;

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
      return changed || slots.size() != before.count() ? new Packing(slots) : before;
    }
    Ground ground = new Ground(boxes);
    grown.sort(Comparator.<Integer>comparingInt(boxes::top).thenComparing(boxes::left));
    grown.forEach(box -> grow(ground, box));
    added.sort(
        Comparator.<Integer>comparingLong(box -> -items.get(box).area())
            .thenComparing(box -> -items.get(box).height()));
    added.forEach(box -> settle(ground, box));
    for (int box = 0; box < items.size(); box++) {
      Rect slot = boxes.slot(box);
      String key = items.get(box).key();
      if (!slot.equals(slots.get(key))) {
        slots.put(key, slot);
      }
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
      changed = true;
    }
    boxes.set(box, slot);
    slots.put(item.key(), slot);
  }

  private void grow(Ground ground, int box) {
    int x = boxes.left(box);
    int y = boxes.top(box);
    int oldWidth = boxes.width(box);
    int oldHeight = boxes.height(box);
    int width = items.get(box).width() + rules.gap();
    int height = neededHeights[box];
    int wide = Math.max(oldWidth, width);
    int high = Math.max(oldHeight, height);
    ground.lift(box);
    if (ground.isFree(x, y, wide, high)) {
      ground.put(box, x, y, wide, high);
      return;
    }
    ground.put(box, x, y, width, height);
    if (ground.allIn(x, y, width, height).length == 1) {
      return;
    }
    long costOfMove = (width + height) / 2;
    Push push = new Push(ground, neededHeights);
    long pushed = push.run(box, costOfMove);
    if (push.moved() == 1) {
      return;
    }
    push.undo();
    ground.lift(box);
    FreeSpace space = freeSpace(ground);
    space.vacated(x, y, oldWidth, oldHeight);
    FreeSpace.Place place = space.find(width, height, x, y, 1);
    if (costOfMove + place.cost() < pushed) {
      put(ground, box, place);
      return;
    }
    ground.put(box, x, y, width, height);
    new Push(ground, neededHeights).run(box, costOfMove);
  }

  private void settle(Ground ground, int box) {
    int width = items.get(box).width() + rules.gap();
    put(
        ground,
        box,
        freeSpace(ground).find(width, neededHeights[box], 0, 0, NEVER_GROW_IF_AVOIDABLE));
  }

  private void put(Ground ground, int box, FreeSpace.Place place) {
    int width = items.get(box).width() + rules.gap();
    ground.put(box, place.x(), place.y(), width, neededHeights[box]);
    freeSpace(ground).taken(place.x(), place.y(), width, neededHeights[box]);
  }

  private FreeSpace freeSpace(Ground ground) {
    if (freeSpace == null) {
      freeSpace = new FreeSpace(rules, ground);
    }
    return freeSpace;
  }
}
