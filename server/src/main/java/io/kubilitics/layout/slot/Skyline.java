package io.kubilitics.layout.slot;

import java.util.Arrays;

/// The lower outline of what has been placed so far between two walls: steps from left to right,
/// each as deep as the lowest thing above it. Neighbouring steps differ in depth. For one thread.
final class Skyline {
  private final int width;
  private int[] lefts = new int[64];
  private int[] depths = new int[64];
  private int steps = 1;

  Skyline(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  int steps() {
    return steps;
  }

  int left(int step) {
    return lefts[step];
  }

  int right(int step) {
    return step + 1 < steps ? lefts[step + 1] : width;
  }

  int depth(int step) {
    return depths[step];
  }

  /// The step nearest to the top, the leftmost of several.
  int shallowest() {
    int best = 0;
    for (int step = 1; step < steps; step++) {
      if (depths[step] < depths[best]) {
        best = step;
      }
    }
    return best;
  }

  /// Gives a step up, because nothing fits into it: it becomes as deep as its shallower neighbour.
  void level(int step) {
    int before = step > 0 ? depths[step - 1] : Integer.MAX_VALUE;
    int after = step + 1 < steps ? depths[step + 1] : Integer.MAX_VALUE;
    lower(left(step), right(step), Math.min(before, after));
  }

  /// The step that covers this place.
  int stepAt(int x) {
    int found = Arrays.binarySearch(lefts, 0, steps, x);
    return found >= 0 ? found : -found - 2;
  }

  /// The deepest step between two places.
  int deepest(int from, int to) {
    int deepest = 0;
    for (int step = stepAt(from); step < steps && lefts[step] < to; step++) {
      deepest = Math.max(deepest, depths[step]);
    }
    return deepest;
  }

  /// Makes everything between two places this deep.
  void lower(int from, int to, int depth) {
    int first = stepAt(from);
    int last = stepAt(to - 1);
    int head = lefts[first] < from ? 1 : 0;
    int tail = right(last) > to ? 1 : 0;
    int firstDepth = depths[first];
    int lastDepth = depths[last];
    boolean joinsBefore = head == 1 ? firstDepth == depth : first > 0 && depths[first - 1] == depth;
    boolean joinsAfter =
        tail == 1 ? lastDepth == depth : last + 1 < steps && depths[last + 1] == depth;
    int firstLeft = lefts[first];
    // What stays of the old steps: a head, the new step unless it melts into a neighbour, a tail.
    int at = first;
    int afterLast = last + 1;
    int kept = head + (joinsBefore ? 0 : 1) + (joinsAfter ? 0 : tail);
    int swallowed = joinsAfter && tail == 0 ? 1 : 0;
    replace(first, afterLast + swallowed, kept);
    if (head == 1) {
      set(at++, firstLeft, firstDepth);
    }
    if (!joinsBefore) {
      set(at++, from, depth);
    }
    if (tail == 1 && !joinsAfter) {
      set(at, to, lastDepth);
    }
  }

  private void set(int step, int left, int depth) {
    lefts[step] = left;
    depths[step] = depth;
  }

  private void replace(int from, int to, int count) {
    int grown = steps - (to - from) + count;
    if (grown > lefts.length) {
      lefts = Arrays.copyOf(lefts, 2 * grown);
      depths = Arrays.copyOf(depths, 2 * grown);
    }
    System.arraycopy(lefts, to, lefts, from + count, steps - to);
    System.arraycopy(depths, to, depths, from + count, steps - to);
    steps = grown;
  }
}
