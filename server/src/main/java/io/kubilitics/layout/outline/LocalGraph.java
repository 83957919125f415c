package io.kubilitics.layout.outline;

import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Layout;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.Arrays;

/// The objects of one frame, numbered from 0, and the edges between them that shape the layout. The
/// numbers follow the order in which the members came and mean nothing outside.
final class LocalGraph {
  private final Network network;
  private final Node[] nodes;
  private final ResourceId[] ids;
  private final int[] ranks;
  private final int size;
  private int[] sources = new int[64];
  private int[] targets = new int[64];
  private int[] relations = new int[64];
  private int edges;

  private LocalGraph(Network network, Node[] nodes, int size) {
    this.network = network;
    this.nodes = nodes;
    this.size = size;
    ids = new ResourceId[size];
    ranks = new int[size];
    for (int number = 0; number < size; number++) {
      ids[number] = nodes[number].id();
      ranks[number] = KindRank.of(ids[number].kind());
    }
  }

  /// Reads members and their edges; those the network does not know are left out.
  ///
  /// @param scratch maps handles to numbers; empty before and after
  static LocalGraph of(Network network, Members members, Scratch scratch) {
    scratch.fit(network.limit());
    Node[] nodes = new Node[members.size()];
    int[] handles = new int[members.size()];
    int size = 0;
    for (int place = 0; place < members.size(); place++) {
      int handle = members.handle(place, network);
      Node node = handle == Network.NOBODY ? null : network.node(handle);
      if (node != null) {
        nodes[size] = node;
        handles[size] = handle;
        scratch.put(handle, size);
        size++;
      }
    }
    LocalGraph graph = new LocalGraph(network, nodes, size);
    boolean[] core = coreRelations(network);
    for (int source = 0; source < size; source++) {
      int from = source;
      network.forEachOut(
          handles[source],
          (relation, other) -> {
            int target = scratch.get(other);
            if (core[relation] && target >= 0 && target != from) {
              graph.add(from, target, relation);
            }
          });
    }
    for (int at = 0; at < size; at++) {
      scratch.remove(handles[at]);
    }
    return graph;
  }

  private static boolean[] coreRelations(Network network) {
    boolean[] core = new boolean[network.relations()];
    for (int number = 0; number < core.length; number++) {
      RelationType type = network.relation(number);
      core[number] = type.layout() == Layout.CORE && !type.hidden();
    }
    return core;
  }

  private void add(int source, int target, int relation) {
    if (edges == sources.length) {
      sources = Arrays.copyOf(sources, edges * 2);
      targets = Arrays.copyOf(targets, edges * 2);
      relations = Arrays.copyOf(relations, edges * 2);
    }
    sources[edges] = source;
    targets[edges] = target;
    relations[edges] = relation;
    edges++;
  }

  int size() {
    return size;
  }

  Node node(int number) {
    return nodes[number];
  }

  ResourceId id(int number) {
    return ids[number];
  }

  /// [FixedOrder#BY_KIND] of two objects.
  int compare(int one, int other) {
    int byRank = Integer.compare(ranks[one], ranks[other]);
    return byRank != 0 ? byRank : FixedOrder.BY_KIND.compare(ids[one], ids[other]);
  }

  int edges() {
    return edges;
  }

  int source(int edge) {
    return sources[edge];
  }

  int target(int edge) {
    return targets[edge];
  }

  RelationType relation(int edge) {
    return network.relation(relations[edge]);
  }

  /// Relation numbers stand for names, so equal numbers are the same relation.
  int relationNumber(int edge) {
    return relations[edge];
  }

  /// The number of a relation of this name, or -1.
  int relationNamed(String name) {
    for (int number = 0; number < network.relations(); number++) {
      if (network.relation(number).relation().name().equals(name)) {
        return number;
      }
    }
    return -1;
  }
}
