package io.kubilitics.topology.query;

import io.kubilitics.model.RelationType;
import io.kubilitics.topology.Network;
import java.util.HashMap;
import java.util.Map;

/// How much a step along an edge weighs, from either end.
final class Weights {
  /// No step weighs more.
  static final int HEAVIEST = 8;

  private static final int USUAL = 2;
  private static final int HUB = 6;

  /// Objects with more edges join nearly everything.
  private static final int CROWD = 100;

  private final Network network;

  /// By number, what a step along a relation weighs; 0 for one that is not open.
  private final int[] steps;

  /// By handle, what it weighs to come through a node.
  private final int[] crowds;

  Weights(Network network) {
    this.network = network;
    steps = new int[network.relations()];
    for (int number = 0; number < steps.length; number++) {
      RelationType type = network.relation(number);
      int open = type.layout() == RelationType.Layout.CORE ? USUAL : HUB;
      steps[number] = type.hidden() ? 0 : open;
    }
    int[] edges = new int[network.limit()];
    for (int handle = 0; handle < edges.length; handle++) {
      int source = handle;
      network.forEachOut(
          source,
          (relation, target) -> {
            if (isOpen(relation)) {
              edges[source]++;
              edges[target]++;
            }
          });
    }
    crowds = edges;
    for (int handle = 0; handle < edges.length; handle++) {
      crowds[handle] = edges[handle] > CROWD ? 1 : 0;
    }
  }

  /// A step from one node to the next.
  ///
  /// @param along whether from the edge's source to its target
  record Leg(int from, int to, boolean along, int relation, int weight) {
    private boolean isBetterThan(Leg other) {
      if (weight != other.weight) {
        return weight < other.weight;
      }
      return relation == other.relation ? along && !other.along : relation < other.relation;
    }

    Path.Step step(Network network) {
      return new Path.Step(
          Ids.of(network, from),
          Ids.of(network, to),
          along,
          along ? network.edge(from, relation, to) : network.edge(to, relation, from));
    }
  }

  /// Whether ways may use a relation: those that are hidden are shown to nobody unasked.
  boolean isOpen(int relation) {
    return steps[relation] > 0;
  }

  int weight(int relation, int one, int other) {
    return steps[relation] + crowds[one] + crowds[other];
  }

  /// The best step to each neighbour; of several that weigh the same the first relation by name,
  /// along the edge rather than against it.
  Map<Integer, Leg> legs(int from) {
    Map<Integer, Leg> legs = new HashMap<>();
    network.forEachOut(from, (relation, to) -> add(legs, from, to, true, relation));
    network.forEachIn(from, (relation, to) -> add(legs, from, to, false, relation));
    return legs;
  }

  private void add(Map<Integer, Leg> legs, int from, int to, boolean along, int relation) {
    if (isOpen(relation)) {
      Leg leg = new Leg(from, to, along, relation, weight(relation, from, to));
      legs.merge(to, leg, (one, other) -> other.isBetterThan(one) ? other : one);
    }
  }
}
