package io.kubilitics.layout.street;

import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.RelationType.Layout;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The traffic between tiles: every edge that shapes the layout and is shown under traffic, calls
/// that are only guessed included, summed up from tile to tile. Edges inside a tile do not count,
/// nor those to or from cluster-scoped objects and what is outside the cluster.
final class Traffic {
  private final Network network;
  private final Predicate<Node> filter;
  private final int[] tiles;
  private final boolean[] plain;
  private final boolean[] byTarget;
  private long[] pairs = new long[256];
  private int size;

  /// @param count how many edges lead from one tile to the other
  record Flow(int from, int to, int count) {
    static final Comparator<Flow> HEAVIEST =
        Comparator.comparingInt(Flow::count)
            .reversed()
            .thenComparingInt(Flow::from)
            .thenComparingInt(Flow::to);
  }

  private Traffic(Network network, Predicate<Node> filter, int[] tiles) {
    this.network = network;
    this.filter = filter;
    this.tiles = tiles;
    plain = new boolean[network.relations()];
    byTarget = new boolean[network.relations()];
    for (int number = 0; number < plain.length; number++) {
      RelationType type = network.relation(number);
      boolean core = type.layout() == Layout.CORE;
      byTarget[number] = core && !type.byTarget().isEmpty();
      plain[number] = core && !byTarget[number] && type.category() == Category.TRAFFIC;
    }
  }

  /// All flows, the heaviest first, then in the order of the tiles.
  ///
  /// @param filter what it refuses takes no part
  /// @param tiles the tile of each node by handle: [Tiles#byHandle]
  static List<Flow> between(Network network, Predicate<Node> filter, int[] tiles) {
    return new Traffic(network, filter, tiles).flows();
  }

  private List<Flow> flows() {
    for (int handle = 0; handle < tiles.length; handle++) {
      if (tiles[handle] != Tiles.NONE && takesPart(handle)) {
        int source = handle;
        network.forEachOut(source, (relation, target) -> count(source, relation, target));
      }
    }
    Arrays.sort(pairs, 0, size);
    List<Flow> flows = new ArrayList<>();
    int start = 0;
    for (int at = 1; at <= size; at++) {
      if (at == size || pairs[at] != pairs[start]) {
        flows.add(new Flow((int) (pairs[start] >>> 32), (int) pairs[start], at - start));
        start = at;
      }
    }
    flows.sort(Flow.HEAVIEST);
    return flows;
  }

  private void count(int source, int relation, int target) {
    if (!plain[relation] && !byTarget[relation]) {
      return;
    }
    int to = tiles[target];
    if (to == Tiles.NONE || to == tiles[source] || !takesPart(target)) {
      return;
    }
    if (byTarget[relation] && !isTraffic(relation, target)) {
      return;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    pairs[size++] = ((long) tiles[source] << 32) | to;
  }

  private boolean takesPart(int handle) {
    Node node = network.node(handle);
    return node != null
        && !(node instanceof Node.Outside)
        && !node.id().namespace().isEmpty()
        && filter.test(node);
  }

  private boolean isTraffic(int relation, int target) {
    Node node = network.node(target);
    return node != null
        && network.relation(relation).category(node.id().kind()) == Category.TRAFFIC;
  }
}
