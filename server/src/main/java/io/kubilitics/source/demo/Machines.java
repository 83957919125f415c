package io.kubilitics.source.demo;

import java.util.ArrayList;
import java.util.List;

/// The Nodes, and the scheduler that spreads Pods over them. One thread.
final class Machines {
  /// Of so many Nodes looked at the emptiest is taken ("the power of two choices", Mitzenmacher).
  private static final int CANDIDATES = 3;

  private final List<Node> nodes;

  Machines(int count, Births births) {
    List<Node> all = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      all.add(new Node(index, births));
    }
    nodes = List.copyOf(all);
  }

  List<Node> nodes() {
    return nodes;
  }

  int count() {
    return nodes.size();
  }

  /// Finds a Node for a Pod that runs anywhere. There is always one: [Blueprint] gives the cluster
  /// three times the room it needs.
  void place(Pod pod, Dice dice) {
    Node best = null;
    for (int candidate = 0; candidate < CANDIDATES; candidate++) {
      Node node = firstOpen(dice.below(nodes.size()));
      if (best == null || node.podCount() < best.podCount()) {
        best = node;
      }
    }
    pod.runOn(java.util.Objects.requireNonNull(best));
  }

  private Node firstOpen(int from) {
    for (int step = 0; step < nodes.size(); step++) {
      Node node = nodes.get((from + step) % nodes.size());
      if (!node.isCordoned() && node.hasRoom()) {
        return node;
      }
    }
    throw new IllegalStateException("every Node is full or cordoned");
  }
}
