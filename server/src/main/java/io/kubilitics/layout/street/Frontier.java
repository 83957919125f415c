package io.kubilitics.layout.street;

import java.util.Arrays;

/// Places that wait to be looked at, the cheapest first; of equal cost the one with the lower
/// number.
final class Frontier {
  private static final int NUMBER_BITS = 24;

  private long[] heap = new long[256];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long cost, int number) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    long entry = (cost << NUMBER_BITS) | number;
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > entry) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = entry;
  }

  /// Takes the cheapest entry out: see [#cost] and [#number].
  long poll() {
    final long first = heap[0];
    long last = heap[--size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }

  static long cost(long entry) {
    return entry >>> NUMBER_BITS;
  }

  static int number(long entry) {
    return (int) entry & ((1 << NUMBER_BITS) - 1);
  }
}
