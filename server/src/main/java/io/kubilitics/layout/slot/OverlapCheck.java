package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import java.util.SortedMap;

/// Finds two slots that overlap.
final class OverlapCheck {
  private OverlapCheck() {}

  /// @throws IllegalArgumentException when two do
  static void check(SortedMap<String, Rect> slots) {
    String[] keys = slots.keySet().toArray(new String[0]);
    Boxes boxes = new Boxes(keys.length, 0);
    for (int box = 0; box < keys.length; box++) {
      boxes.set(box, slots.get(keys[box]));
    }
    Ground ground = new Ground(boxes);
    for (int box = 0; box < keys.length; box++) {
      for (int other :
          ground.allIn(boxes.left(box), boxes.top(box), boxes.width(box), boxes.height(box))) {
        if (other != box) {
          throw new IllegalArgumentException(
              "the slots of " + keys[box] + " and " + keys[other] + " overlap");
        }
      }
    }
  }
}
