package io.kubilitics.layout.slot;

import java.util.Arrays;

/// Widths in a given order; finds the first that is not taken yet and not above a limit. A tree of
/// minima, so that a search takes the logarithm of their number. For one thread.
final class FirstFit {
  private static final int TAKEN = Integer.MAX_VALUE;

  private final int leaves;
  private final int[] least;

  FirstFit(int[] widths) {
    this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, widths.length - 1)) * 2);
    this.least = new int[2 * leaves];
    Arrays.fill(least, TAKEN);
    System.arraycopy(widths, 0, least, leaves, widths.length);
    for (int node = leaves - 1; node > 0; node--) {
      least[node] = Math.min(least[2 * node], least[2 * node + 1]);
    }
  }

  /// The first place in the order, not before `from`, or -1 when none fits.
  int find(int limit, int from) {
    if (from >= leaves) {
      return -1;
    }
    int node = leaves + from;
    while (least[node] > limit) {
      // To the right, and up as long as this is a right end: the next subtree that comes after.
      while ((node & 1) == 1) {
        node /= 2;
        if (node <= 1) {
          return -1;
        }
      }
      node++;
    }
    while (node < leaves) {
      node = least[2 * node] <= limit ? 2 * node : 2 * node + 1;
    }
    return node - leaves;
  }

  void take(int place) {
    int node = leaves + place;
    least[node] = TAKEN;
    for (node /= 2; node > 0; node /= 2) {
      least[node] = Math.min(least[2 * node], least[2 * node + 1]);
    }
  }
}
