package io.kubilitics.topology;

import io.kubilitics.model.Harm;
import java.util.ArrayDeque;
import java.util.BitSet;

/// The surroundings of a node, breadth first.
final class Walk {
  private final GraphTables tables;
  private final BitSet allowed;
  private final BitSet relations;

  private final OnDemand onDemand;

  Walk(GraphTables tables, BitSet allowed, BitSet relations, OnDemand onDemand) {
    this.onDemand = onDemand;
    this.tables = tables;
    this.allowed = allowed;
    this.relations = relations;
  }

  BitSet from(int start, Focus focus) {
    BitSet reached = new BitSet();
    reached.set(start);
    ArrayDeque<Integer> border = new ArrayDeque<>();
    border.add(start);
    for (int hop = 0; hop < focus.hops() && !border.isEmpty(); hop++) {
      ArrayDeque<Integer> next = new ArrayDeque<>();
      for (int handle : border) {
        step(handle, focus.direction(), reached, next);
      }
      border = next;
    }
    return reached;
  }

  private void step(
      int handle, Focus.Direction direction, BitSet reached, ArrayDeque<Integer> next) {
    OnDemand.Found workedOut =
        (relation, source, target) -> {
          if (follows(direction, tables.relations().type(relation).harm(), source == handle)) {
            reach(source == handle ? target : source, reached, next);
          }
        };
    onDemand.own(handle, workedOut);
    onDemand.others(handle, workedOut);
    if (handle >= tables.limit()) {
      return;
    }
    tables
        .out(handle)
        .forEach(link -> {
          if (follows(direction, harm(link), true)) {
            reach(Link.target(link), link, reached, next);
          }
        });
    tables
        .in(handle)
        .forEach(entry -> {
          if (follows(direction, harm(entry), false)) {
            reach(Link.target(entry), entry, reached, next);
          }
        });
  }

  private Harm harm(long link) {
    return tables.relations().type(Link.relation(link)).harm();
  }

  /// Whether an edge is followed from its source (or target) in this direction.
  private static boolean follows(Focus.Direction direction, Harm harm, boolean fromSource) {
    return switch (direction) {
      case BOTH -> true;
      case DOWN -> fromSource ? harm.reachesTarget() : harm.reachesSource();
      case UP -> fromSource ? harm.reachesSource() : harm.reachesTarget();
    };
  }

  private void reach(int handle, long link, BitSet reached, ArrayDeque<Integer> next) {
    if (relations.get(Link.relation(link))) {
      reach(handle, reached, next);
    }
  }

  private void reach(int handle, BitSet reached, ArrayDeque<Integer> next) {
    if (allowed.get(handle) && !reached.get(handle)) {
      reached.set(handle);
      next.add(handle);
    }
  }
}
