package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds two slots that overlap: a line goes from the top to the bottom and keeps the slots it
/// crosses in the order of their left sides, so that only neighbours need to be compared. For one
/// thread.
final class OverlapCheck {
  private record Slot(String key, Rect rect) {}

  private final TreeMap<Integer, Slot> crossed = new TreeMap<>();

  private OverlapCheck() {}

  /// Looks at all slots.
  ///
  /// @throws IllegalArgumentException when two overlap
  static void check(SortedMap<String, Rect> slots) {
    List<Slot> starts = new ArrayList<>();
    for (Map.Entry<String, Rect> slot : slots.entrySet()) {
      starts.add(new Slot(slot.getKey(), slot.getValue()));
    }
    List<Slot> ends = new ArrayList<>(starts);
    starts.sort(Comparator.comparingInt(slot -> slot.rect().y()));
    ends.sort(Comparator.comparingInt(slot -> slot.rect().bottom()));
    OverlapCheck check = new OverlapCheck();
    int ended = 0;
    for (Slot slot : starts) {
      while (ends.get(ended).rect().bottom() <= slot.rect().y()) {
        check.crossed.remove(ends.get(ended++).rect().x());
      }
      check.cross(slot);
    }
  }

  private void cross(Slot slot) {
    Map.Entry<Integer, Slot> before = crossed.lowerEntry(slot.rect().right());
    if (before != null && before.getValue().rect().right() > slot.rect().x()) {
      throw new IllegalArgumentException(
          "the slots of " + before.getValue().key() + " and " + slot.key() + " overlap");
    }
    crossed.put(slot.rect().x(), slot);
  }
}
