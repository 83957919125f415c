package io.kubilitics.layout;

import io.kubilitics.model.Harm;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Focus.Direction;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// What is around one object, breadth first. A relation to a hub, like that of a Pod to its Node, is
/// followed from the focus alone: whatever lies behind a hub has nothing to do with it. One thread.
final class FocusWalk {
  /// A node that may be walked on from.
  private record Step(ResourceId id, int handle, boolean goesOn) {}

  private final Network network;
  private final Direction direction;
  private final BitSet in = new BitSet();
  private final List<ResourceId> ids = new ArrayList<>();

  private FocusWalk(Network network, Direction direction) {
    this.network = network;
    this.direction = direction;
  }

  static FocusWalk from(Network network, Focus focus, int most) {
    int start = network.find(focus.id());
    if (start == Network.NOBODY) {
      throw new IllegalArgumentException(focus.id() + " is not there");
    }
    FocusWalk walk = new FocusWalk(network, focus.direction());
    walk.add(new Step(focus.id(), start, true));
    List<Step> border = List.of(new Step(focus.id(), start, true));
    for (int hop = 0; hop < focus.hops() && !border.isEmpty(); hop++) {
      List<Step> next = walk.next(border, start);
      border = next.subList(0, Math.min(next.size(), most - walk.ids.size()));
      border.forEach(walk::add);
    }
    return walk;
  }

  /// Handles of the nodes that were reached.
  BitSet handles() {
    return in;
  }

  /// The nodes that were reached, nearest first.
  List<ResourceId> ids() {
    return ids;
  }

  /// How many nodes that were not reached are one relation away from one that was.
  int beyond() {
    BitSet beyond = new BitSet();
    in.stream()
        .forEach(handle -> forEachNeighbour(
            handle, Direction.BOTH, (_, other) -> beyond.set(other)));
    beyond.andNot(in);
    return beyond.cardinality();
  }

  private void add(Step step) {
    in.set(step.handle());
    ids.add(step.id());
  }

  /// What is one relation farther, ordered by id.
  private List<Step> next(List<Step> border, int start) {
    BitSet found = new BitSet();
    BitSet goesOn = new BitSet();
    for (Step step : border) {
      if (!step.goesOn()) {
        continue;
      }
      forEachNeighbour(
          step.handle(),
          direction,
          (type, other) -> {
            boolean hub = type.layout() == RelationType.Layout.HUB;
            if (!in.get(other) && (!hub || step.handle() == start)) {
              found.set(other);
              goesOn.set(other, goesOn.get(other) || !hub);
            }
          });
    }
    List<Step> steps = new ArrayList<>();
    found.stream()
        .forEach(handle -> {
          Node node = network.node(handle);
          if (node != null) {
            steps.add(new Step(node.id(), handle, goesOn.get(handle)));
          }
        });
    steps.sort(Comparator.comparing(Step::id));
    return steps;
  }

  private interface Neighbour {
    void of(RelationType type, int handle);
  }

  private void forEachNeighbour(int handle, Direction towards, Neighbour action) {
    network.forEachOut(
        handle, (relation, other) -> tell(relation, other, towards, true, action));
    network.forEachIn(
        handle, (relation, other) -> tell(relation, other, towards, false, action));
  }

  private void tell(
      int relation, int other, Direction towards, boolean fromSource, Neighbour action) {
    RelationType type = network.relation(relation);
    if (!type.hidden()
        && type.layout() != RelationType.Layout.NEVER
        && network.node(other) != null
        && follows(towards, type.harm(), fromSource)) {
      action.of(type, other);
    }
  }

  private static boolean follows(Direction direction, Harm harm, boolean fromSource) {
    return switch (direction) {
      case BOTH -> true;
      case DOWN -> fromSource ? harm.reachesTarget() : harm.reachesSource();
      case UP -> fromSource ? harm.reachesSource() : harm.reachesTarget();
    };
  }
}
