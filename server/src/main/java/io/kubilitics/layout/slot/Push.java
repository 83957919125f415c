package io.kubilitics.layout.slot;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/// Makes room for a box by moving down what overlaps it, then what overlaps that, each only as far
/// as needed; a box that has more room than its item needs gives that up first. For one thread,
/// for one box.
final class Push {
  private static final int MOST_PUSHED = 256;

  private record Former(int x, int y, int width, int height) {}

  private final Ground ground;
  private final int[] neededHeights;
  private final Map<Integer, Former> former = new HashMap<>();

  /// @param neededHeights of the items in the boxes, with the gap
  Push(Ground ground, int[] neededHeights) {
    this.ground = ground;
    this.neededHeights = neededHeights;
  }

  /// Tries it.
  ///
  /// @param box lies on the ground, where it overlaps others
  /// @param costOfMove what it costs that a box moves at all, in units of distance
  /// @return the cost, or [Long#MAX_VALUE] when too many would move; [#undo] puts them back then
  long run(int box, long costOfMove) {
    Boxes boxes = ground.boxes();
    PriorityQueue<Long> waiting = new PriorityQueue<>();
    waiting.add(entry(box));
    while (!waiting.isEmpty()) {
      long next = waiting.remove();
      int pusher = Math.toIntExact(next & 0xffff_ffffL);
      if (next != entry(pusher)) {
        continue;
      }
      for (int other :
          ground.allIn(
              boxes.left(pusher),
              boxes.top(pusher),
              boxes.width(pusher),
              boxes.height(pusher))) {
        if (other != pusher) {
          moveDown(other, boxes.bottom(pusher));
          waiting.add(entry(other));
        }
      }
      if (former.size() > MOST_PUSHED) {
        return Long.MAX_VALUE;
      }
    }
    return cost(costOfMove);
  }

  private long entry(int box) {
    return ((long) ground.boxes().top(box) << Integer.SIZE) | box;
  }

  private void moveDown(int box, int y) {
    Boxes boxes = ground.boxes();
    Former now =
        new Former(boxes.left(box), boxes.top(box), boxes.width(box), boxes.height(box));
    former.putIfAbsent(box, now);
    int height = Math.max(neededHeights[box], now.height() - (y - now.y()));
    ground.lift(box);
    ground.put(box, now.x(), y, now.width(), height);
  }

  private long cost(long costOfMove) {
    long cost = 0;
    for (Map.Entry<Integer, Former> moved : former.entrySet()) {
      cost += costOfMove + ground.boxes().top(moved.getKey()) - moved.getValue().y();
    }
    return cost;
  }

  int moved() {
    return former.size();
  }

  /// Puts everything back that was moved, except the box it was done for.
  void undo() {
    former.keySet().forEach(ground::lift);
    former.forEach(
        (box, place) -> ground.put(box, place.x(), place.y(), place.width(), place.height()));
  }
}
