package io.kubilitics.topology.query;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;

/// What runs in circles: objects that own each other, objects that wait for each other.
public final class Cycles {
  private final Network network;
  private final BitSet relations = new BitSet();

  private Cycles(Network network, Set<Relation> wanted) {
    this.network = network;
    for (int number = 0; number < network.relations(); number++) {
      relations.set(number, wanted.contains(network.relation(number).relation()));
    }
  }

  /// One cycle for each group of objects that reach each other along these relations: the shortest
  /// through the object whose id comes first, beginning with that. Of several the one whose ids
  /// come first. Ordered by the text of the first id.
  public static List<List<ResourceId>> of(Network network, Set<Relation> relations) {
    return new Cycles(network, relations).all();
  }

  private List<List<ResourceId>> all() {
    NetworkGraph graph = new NetworkGraph(network, involved(), this::leads, true, _ -> 1);
    List<List<ResourceId>> cycles = new ArrayList<>();
    for (Set<Integer> group :
        new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      int first = network.find(Ids.sorted(network, group).getFirst());
      if (group.size() > 1 || next(first, group).contains(first)) {
        cycles.add(shortest(first, group).stream().map(at -> Ids.of(network, at)).toList());
      }
    }
    cycles.sort(Comparator.comparing(cycle -> cycle.getFirst().toString()));
    return cycles;
  }

  /// An edge to another object of the same name leads to none.
  private boolean leads(NetworkGraph.Arc arc) {
    return relations.get(arc.relation())
        && network.state(arc.source(), arc.relation(), arc.target()) == EdgeState.RESOLVED;
  }

  /// The nodes with such an edge from and one to them; no other can be in a cycle.
  private BitSet involved() {
    BitSet involved = new BitSet();
    for (int handle = 0; handle < network.limit(); handle++) {
      int node = handle;
      boolean[] has = {false, false};
      network.forEachOut(node, (relation, _) -> has[0] |= relations.get(relation));
      if (has[0]) {
        network.forEachIn(node, (relation, _) -> has[1] |= relations.get(relation));
      }
      involved.set(handle, has[0] && has[1]);
    }
    return involved;
  }

  /// Breadth first, neighbours by the text of their ids, so that the first way found is the first
  /// of the shortest.
  private List<Integer> shortest(int first, Set<Integer> group) {
    Map<Integer, Integer> before = new HashMap<>();
    ArrayDeque<Integer> border = new ArrayDeque<>(List.of(first));
    while (!border.isEmpty()) {
      int at = border.remove();
      for (int other : next(at, group)) {
        if (other == first) {
          return back(at, before);
        }
        if (before.putIfAbsent(other, at) == null) {
          border.add(other);
        }
      }
    }
    throw new IllegalStateException("a strongly connected set without a cycle");
  }

  private static List<Integer> back(int last, Map<Integer, Integer> before) {
    List<Integer> way = new ArrayList<>();
    for (Integer at = last; at != null; at = before.get(at)) {
      way.addFirst(at);
    }
    return way;
  }

  private List<Integer> next(int handle, Set<Integer> group) {
    Set<Integer> found = new HashSet<>();
    network.forEachOut(
        handle,
        (relation, other) -> {
          if (group.contains(other) && leads(new NetworkGraph.Arc(handle, relation, other))) {
            found.add(other);
          }
        });
    return Ids.sorted(network, found).stream().map(network::find).toList();
  }
}
