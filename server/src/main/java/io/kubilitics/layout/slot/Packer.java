package io.kubilitics.layout.slot;

import io.kubilitics.model.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives the items of a container their slots. Slots never overlap, keep the gap between them, and
/// lie inside the packing's size. Immutable, for any thread.
public final class Packer {
  private final PackingRules rules;

  public Packer(PackingRules rules) {
    this.rules = rules;
  }

  /// A fresh packing: dense, and a pure function of the items. Items of one size are placed in the
  /// order given.
  ///
  /// @throws IllegalArgumentException when a key comes twice, or all items together are too large
  public Packing pack(List<Item> items) {
    checkKeys(items);
    checkTotal(items, 0);
    return new Packing(new FreshPacking(rules, items, new Size(0, 0)).pack());
  }

  /// A packing that follows a change. An item that fits its slot keeps it. One that does not grows
  /// where it is if there is room, or pushes down what lies below, or moves to the nearest hole or
  /// to the end, whatever is cheaper. New items take holes, or the container grows. Items that went
  /// leave a hole. A slot shrinks only when its item needs less than a third of it.
  ///
  /// @param before made with the same rules
  /// @return `before` itself when nothing changes
  /// @throws IllegalArgumentException as [#pack]
  public Packing update(Packing before, List<Item> items) {
    if (items.stream().noneMatch(item -> before.slot(item.key()).isPresent())) {
      return pack(items);
    }
    checkKeys(items);
    if (total(items, Math.max(before.size().width(), before.size().height())) > Packing.FARTHEST) {
      return pack(items);
    }
    return new LivingPacking(rules, before, items).update();
  }

  private static void checkKeys(List<Item> items) {
    Set<String> keys = HashSet.newHashSet(items.size());
    for (Item item : items) {
      if (!keys.add(item.key())) {
        throw new IllegalArgumentException("two items have the key " + item.key());
      }
    }
  }

  private void checkTotal(List<Item> items, int room) {
    if (total(items, room) > Packing.FARTHEST) {
      throw new IllegalArgumentException("too much for one container: " + items.size() + " items");
    }
  }

  /// How far a container could reach at most, beyond what it has.
  private long total(List<Item> items, int reached) {
    long width = reached;
    long height = reached;
    for (Item item : items) {
      width += item.width() + rules.gap();
      height += item.height() + rules.gap();
    }
    return Math.max(width, height);
  }
}
