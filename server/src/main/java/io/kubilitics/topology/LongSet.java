package io.kubilitics.topology;

import java.util.Arrays;

/// Collects longs, to be read once, ascending and each once.
final class LongSet {
  private long[] values = new long[8];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  long[] toSortedArray() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int at = 0; at < size; at++) {
      if (kept == 0 || values[at] != values[kept - 1]) {
        values[kept++] = values[at];
      }
    }
    return Arrays.copyOf(values, kept);
  }
}
