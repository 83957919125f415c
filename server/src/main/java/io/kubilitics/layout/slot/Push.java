package io.kubilitics.layout.slot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Makes room for a box by moving down what overlaps it, then what overlaps that, each only as far
/// as needed; a box that has more room than its item needs gives that up first. For one thread, for
/// one box.
final class Push {
  private static final int MOST_PUSHED = 256;

  private record Former(int x, int y, int width, int height) {}

  /// From the top; what has been pushed to one height keeps its order.
  private record Pusher(int top, int formerTop, int left, int box) implements Comparable<Pusher> {
    @Override
    public int compareTo(Pusher other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Comparator<Pusher> ORDER =
      Comparator.comparingInt(Pusher::top)
          .thenComparingInt(Pusher::formerTop)
          .thenComparingInt(Pusher::left);

  private final Ground ground;
  private final Boxes boxes;
  private final int[] neededHeights;
  private final Map<Integer, Former> former = new HashMap<>();

  /// @param neededHeights of the items in the boxes, with the gap
  Push(Ground ground, int[] neededHeights) {
    this.ground = ground;
    this.boxes = ground.boxes();
    this.neededHeights = neededHeights;
  }

  /// Tries it.
  ///
  /// @param box lies on the ground, where it overlaps others
  /// @return whether it could be done without moving too many; otherwise it is half done and wants
  ///   an [#undo]
  boolean run(int box) {
    PriorityQueue<Pusher> waiting = new PriorityQueue<>();
    waiting.add(pusher(box));
    while (!waiting.isEmpty() && former.size() <= MOST_PUSHED) {
      Pusher pusher = waiting.remove();
      if (pusher.equals(pusher(pusher.box()))) {
        for (int other : overlappedBy(pusher.box())) {
          moveDown(other, boxes.bottom(pusher.box()));
          waiting.add(pusher(other));
        }
      }
    }
    return former.size() <= MOST_PUSHED;
  }

  private Pusher pusher(int box) {
    Former place = former.get(box);
    int formerTop = place == null ? boxes.top(box) : place.y();
    return new Pusher(boxes.top(box), formerTop, boxes.left(box), box);
  }

  private int[] overlappedBy(int box) {
    int[] all = ground.allIn(boxes.left(box), boxes.top(box), boxes.width(box), boxes.height(box));
    return IntStream.of(all).filter(other -> other != box).toArray();
  }

  private void moveDown(int box, int y) {
    Former now = new Former(boxes.left(box), boxes.top(box), boxes.width(box), boxes.height(box));
    former.putIfAbsent(box, now);
    int height = Math.max(neededHeights[box], now.height() - (y - now.y()));
    ground.lift(box);
    ground.put(box, now.x(), y, now.width(), height);
  }

  /// How far all went, together, and `costOfMove` for each.
  long cost(long costOfMove) {
    long cost = 0;
    for (Map.Entry<Integer, Former> moved : former.entrySet()) {
      cost += costOfMove + boxes.top(moved.getKey()) - moved.getValue().y();
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
