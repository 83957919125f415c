package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The slots of one container: who has which rectangle, relative to the container's corner. A slot
/// may be larger than what stands in it. Immutable, for any thread.
public final class Packing {
  /// A container without slots.
  public static final Packing NONE = new Packing(Map.of());

  /// No slot reaches farther right or down.
  public static final int FARTHEST = 1 << 30;

  private final Map<String, Rect> byKey;
  private final Size size;
  private final long usedArea;
  private volatile @Nullable SortedMap<String, Rect> sorted;

  /// Takes the map over; nobody may change it any more.
  Packing(Map<String, Rect> byKey) {
    this.byKey = byKey;
    int right = 0;
    int bottom = 0;
    long used = 0;
    for (Rect slot : byKey.values()) {
      right = Math.max(right, slot.right());
      bottom = Math.max(bottom, slot.bottom());
      used += (long) slot.width() * slot.height();
    }
    this.size = new Size(right, bottom);
    this.usedArea = used;
  }

  /// Slots from elsewhere, such as a file.
  ///
  /// @throws IllegalArgumentException when one lies outside the container, is empty, too far out,
  ///   or overlaps another
  public static Packing of(Map<String, Rect> slots) {
    slots.forEach(Packing::checkPlace);
    Packing packing = new Packing(new HashMap<>(slots));
    OverlapCheck.check(packing.slots());
    return packing;
  }

  private static void checkPlace(String key, Rect slot) {
    if (slot.x() < 0 || slot.y() < 0 || slot.width() < 1 || slot.height() < 1) {
      throw new IllegalArgumentException("the slot of " + key + " is no place: " + slot);
    }
    if ((long) slot.x() + slot.width() > FARTHEST || (long) slot.y() + slot.height() > FARTHEST) {
      throw new IllegalArgumentException("the slot of " + key + " is too far out: " + slot);
    }
  }

  public Optional<Rect> slot(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// All slots, in the order of their keys. Sorted when first asked for.
  public SortedMap<String, Rect> slots() {
    SortedMap<String, Rect> known = sorted;
    if (known == null) {
      known = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
      sorted = known;
    }
    return known;
  }

  /// Up to the rightmost and the lowest slot.
  public Size size() {
    return size;
  }

  public int count() {
    return byKey.size();
  }

  /// What the container takes, in square units.
  public long area() {
    return (long) size.width() * size.height();
  }

  /// What the slots take of it.
  public long usedArea() {
    return usedArea;
  }

  /// In no particular order; for looking up, and for copies.
  Map<String, Rect> byKey() {
    return byKey;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Packing packing && byKey.equals(packing.byKey);
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }

  @Override
  public String toString() {
    return "Packing[" + size.width() + " × " + size.height() + ", " + slots() + "]";
  }
}
