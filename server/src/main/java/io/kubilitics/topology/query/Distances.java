package io.kubilitics.topology.query;

import io.kubilitics.topology.Network;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How far every node is from one, by Dial's variant of Dijkstra's algorithm: weights are small, so
/// the nodes to look at next stand in a ring of buckets.
final class Distances {
  /// Of a node that no way leads to.
  static final int FAR = Integer.MAX_VALUE;

  private final Network network;
  private final Weights weights;
  private final int[] distances;
  private final List<ArrayDeque<Integer>> ring =
      Stream.generate(ArrayDeque<Integer>::new).limit(Weights.HEAVIEST + 1).toList();

  private Distances(Network network, Weights weights) {
    this.network = network;
    this.weights = weights;
    distances = new int[network.limit()];
    Arrays.fill(distances, FAR);
  }

  /// By handle.
  static int[] to(Network network, Weights weights, int end) {
    Distances distances = new Distances(network, weights);
    distances.reach(end, 0);
    distances.run();
    return distances.distances;
  }

  private void run() {
    int empty = 0;
    for (int distance = 0; empty < ring.size(); distance++) {
      ArrayDeque<Integer> bucket = ring.get(distance % ring.size());
      empty = bucket.isEmpty() ? empty + 1 : 0;
      while (!bucket.isEmpty()) {
        int handle = bucket.remove();
        if (distances[handle] == distance) {
          look(handle, distance);
        }
      }
    }
  }

  private void look(int handle, int distance) {
    Network.Visitor visitor =
        (relation, other) -> {
          if (weights.isOpen(relation)) {
            reach(other, distance + weights.weight(relation, handle, other));
          }
        };
    network.forEachOut(handle, visitor);
    network.forEachIn(handle, visitor);
  }

  private void reach(int handle, int distance) {
    if (distance < distances[handle]) {
      distances[handle] = distance;
      ring.get(distance % ring.size()).add(handle);
    }
  }
}
