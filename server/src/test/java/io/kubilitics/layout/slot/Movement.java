package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import java.util.Map;

/// What a step did to those who were there before and after it.
///
/// @param survivors how many those are
/// @param moved how many of them have another left upper corner
/// @param distance how far they moved, together, along both axes
public record Movement(int survivors, int moved, long distance) {
  public static final Movement NONE = new Movement(0, 0, 0);

  public static Movement between(Map<String, Rect> before, Map<String, Rect> after) {
    int survivors = 0;
    int moved = 0;
    long distance = 0;
    for (Map.Entry<String, Rect> old : before.entrySet()) {
      Rect now = after.get(old.getKey());
      if (now == null) {
        continue;
      }
      survivors++;
      long way =
          (long) Math.abs(now.x() - old.getValue().x()) + Math.abs(now.y() - old.getValue().y());
      moved += way == 0 ? 0 : 1;
      distance += way;
    }
    return new Movement(survivors, moved, distance);
  }

  public Movement plus(Movement other) {
    return new Movement(
        survivors + other.survivors, moved + other.moved, distance + other.distance);
  }
}
