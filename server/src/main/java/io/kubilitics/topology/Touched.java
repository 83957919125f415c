package io.kubilitics.topology;

import java.util.Set;
import java.util.TreeSet;

/// What may have changed since a revision, by handle; the delta looks only there.
final class Touched {
  private final Set<Integer> nodes = new TreeSet<>();
  private final Set<Long> edges = new TreeSet<>();
  private boolean isEverything;

  void node(int handle) {
    nodes.add(handle);
  }

  /// Also the ends: a ghost is there only while it has edges.
  void edge(int source, int target) {
    edges.add(((long) source << 32) | target);
    nodes.add(source);
    nodes.add(target);
  }

  /// Nobody has written down what changed.
  void everything() {
    isEverything = true;
  }

  boolean isEverything() {
    return isEverything;
  }

  Set<Integer> nodes() {
    return nodes;
  }

  /// Source in the high half, target in the low half.
  Set<Long> edges() {
    return edges;
  }
}
