package io.kubilitics.layout.outline;

import java.util.Arrays;

/// A map from handles to numbers that is used again and again without being cleared as a whole. One
/// thread.
final class Scratch {
  private static final int NONE = -1;

  private int[] numbers = new int[0];

  void fit(int limit) {
    if (numbers.length < limit) {
      int before = numbers.length;
      numbers = Arrays.copyOf(numbers, limit + limit / 4);
      Arrays.fill(numbers, before, numbers.length, NONE);
    }
  }

  void put(int handle, int number) {
    numbers[handle] = number;
  }

  /// -1 for a handle that is not in.
  int get(int handle) {
    return numbers[handle];
  }

  void remove(int handle) {
    numbers[handle] = NONE;
  }
}
