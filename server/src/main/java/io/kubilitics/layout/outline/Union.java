package io.kubilitics.layout.outline;

import java.util.Arrays;

/// Disjoint sets of numbers from 0. What a set is called does not depend on the order of the
/// unions: it is its smallest number.
final class Union {
  private final int[] parent;
  private final int[] sizes;

  Union(int size) {
    parent = new int[size];
    sizes = new int[size];
    Arrays.setAll(parent, number -> number);
    Arrays.fill(sizes, 1);
  }

  int find(int number) {
    int top = number;
    while (parent[top] != top) {
      top = parent[top];
    }
    int at = number;
    while (parent[at] != top) {
      int next = parent[at];
      parent[at] = top;
      at = next;
    }
    return top;
  }

  int size(int number) {
    return sizes[find(number)];
  }

  void join(int one, int other) {
    int first = Math.min(find(one), find(other));
    int second = Math.max(find(one), find(other));
    if (first != second) {
      parent[second] = first;
      sizes[first] += sizes[second];
    }
  }
}
