package io.kubilitics.topology;

import java.util.Set;
import java.util.TreeSet;

/// What one batch may have changed, by handle; the delta looks only there.
final class Touched {
  private final Set<Integer> nodes = new TreeSet<>();
  private final Set<Long> edges = new TreeSet<>();

  void node(int handle) {
    nodes.add(handle);
  }

  /// Also the ends: a ghost is there only while it has edges.
  void edge(int source, int target) {
    edges.add(((long) source << 32) | target);
    nodes.add(source);
    nodes.add(target);
  }

  Set<Integer> nodes() {
    return nodes;
  }

  /// Source in the high half, target in the low half.
  Set<Long> edges() {
    return edges;
  }
}
