package io.kubilitics.layout;

import io.kubilitics.model.Harm;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Focus.Direction;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is around one object, breadth first. One thread.
///
/// What stands inside one card is at one place: from a workload to its Pods is no step. What
/// several use joins nothing: from a ConfigMap that was reached as something used the walk goes on
/// to what that uses in turn, not to its other users. And nothing lies behind a hub, like the Node
/// of a Pod; from the focus itself everything is followed.
final class FocusWalk {
  private static final Set<Kind> INSIDE =
      Set.of(
          Kind.core("Pod"),
          new Kind("apps", "ReplicaSet"),
          new Kind("apps", "ControllerRevision"),
          new Kind("batch", "Job"));
  private static final Kind NODE = Kind.core("Node");

  /// How the walk goes on from a node; of two ways to it the one that leads farther counts.
  private enum Onwards {
    NOWHERE,
    TO_WHAT_IT_USES,
    EVERYWHERE
  }

  private record Step(ResourceId id, int handle, Onwards onwards) {}

  private final Network network;
  private final Direction direction;
  private final int start;
  private final BitSet in = new BitSet();
  private final List<ResourceId> ids = new ArrayList<>();

  private FocusWalk(Network network, Direction direction, int start) {
    this.network = network;
    this.direction = direction;
    this.start = start;
  }

  /// @param most nodes; the nearest, and the first by id of those that are equally near
  static FocusWalk from(Network network, Focus focus, int most) {
    int start = network.find(focus.id());
    if (start == Network.NOBODY) {
      throw new IllegalArgumentException(focus.id() + " is not there");
    }
    FocusWalk walk = new FocusWalk(network, focus.direction(), start);
    Map<Integer, Onwards> first = new HashMap<>(Map.of(start, Onwards.EVERYWHERE));
    walk.add(new Step(focus.id(), start, Onwards.EVERYWHERE));
    List<Step> border = walk.steps(first);
    border = walk.added(border, most);
    border.add(new Step(focus.id(), start, Onwards.EVERYWHERE));
    for (int hop = 0; hop < focus.hops() && !border.isEmpty(); hop++) {
      border = walk.added(walk.steps(walk.next(border)), most);
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
        .forEach(
            handle -> forEachNeighbour(handle, Direction.BOTH, (_, other, _) -> beyond.set(other)));
    beyond.andNot(in);
    return beyond.cardinality();
  }

  private void add(Step step) {
    in.set(step.handle());
    ids.add(step.id());
  }

  private List<Step> added(List<Step> steps, int most) {
    List<Step> room = steps.subList(0, Math.min(steps.size(), most - ids.size()));
    room.forEach(this::add);
    return new ArrayList<>(room);
  }

  /// What is one relation farther.
  private Map<Integer, Onwards> next(List<Step> border) {
    Map<Integer, Onwards> found = new HashMap<>();
    for (Step step : border) {
      boolean isStart = step.handle() == start;
      forEachNeighbour(
          step.handle(),
          direction,
          (type, other, isTarget) -> {
            boolean hub = type.layout() == RelationType.Layout.HUB;
            boolean open =
                switch (step.onwards()) {
                  case NOWHERE -> false;
                  case TO_WHAT_IT_USES -> isTarget && !hub;
                  case EVERYWHERE -> isStart || !hub;
                };
            if (open && !in.get(other)) {
              Onwards onwards = hub ? Onwards.NOWHERE : onwards(type, other, isTarget);
              found.merge(other, onwards, FocusWalk::farther);
            }
          });
    }
    return found;
  }

  private Onwards onwards(RelationType type, int other, boolean isTarget) {
    Node node = network.node(other);
    return isTarget && node != null
        ? ofTarget(type.category(node.id().kind()))
        : ofSource(type.category());
  }

  private static Onwards ofTarget(Category category) {
    return switch (category) {
      case CONFIGURATION, IDENTITY, STORAGE, PLACEMENT, EXTENSION -> Onwards.TO_WHAT_IT_USES;
      case OWNERSHIP, TRAFFIC, SCALING, POLICY, ADMISSION, GITOPS -> Onwards.EVERYWHERE;
    };
  }

  private static Onwards ofSource(Category category) {
    return switch (category) {
      case POLICY, ADMISSION -> Onwards.NOWHERE;
      case OWNERSHIP,
          TRAFFIC,
          CONFIGURATION,
          IDENTITY,
          STORAGE,
          PLACEMENT,
          SCALING,
          EXTENSION,
          GITOPS ->
          Onwards.EVERYWHERE;
    };
  }

  private static Onwards farther(Onwards one, Onwards other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// With what stands in the same cards, ordered by id.
  private List<Step> steps(Map<Integer, Onwards> found) {
    Deque<Integer> border = new ArrayDeque<>(found.keySet());
    while (!border.isEmpty()) {
      int handle = border.remove();
      Onwards onwards = found.getOrDefault(handle, Onwards.NOWHERE);
      if (onwards == Onwards.EVERYWHERE) {
        forEachNeighbour(
            handle,
            direction,
            (type, other, isTarget) -> {
              boolean isInside =
                  isTarget ? isInside(type, handle, other) : isInside(type, other, handle);
              if (isInside && !in.get(other) && found.put(other, onwards) != onwards) {
                border.add(other);
              }
            });
      }
    }
    List<Step> steps = new ArrayList<>();
    found.forEach((handle, onwards) -> {
      Node node = network.node(handle);
      if (node != null && !in.get(handle)) {
        steps.add(new Step(node.id(), handle, onwards));
      }
    });
    steps.sort(Comparator.comparing(Step::id));
    return steps;
  }

  /// Whether the one is drawn in the card of the other.
  private boolean isInside(RelationType type, int owner, int owned) {
    Node above = network.node(owner);
    Node below = network.node(owned);
    return type.relation().equals(Relation.OWNS)
        && above != null
        && below != null
        && INSIDE.contains(below.id().kind())
        && !above.id().kind().equals(NODE);
  }

  private interface Neighbour {
    /// Called for each edge.
    ///
    /// @param isTarget whether the edge leads to it
    void of(RelationType type, int handle, boolean isTarget);
  }

  private void forEachNeighbour(int handle, Direction towards, Neighbour action) {
    network.forEachOut(handle, (relation, other) -> tell(relation, other, towards, true, action));
    network.forEachIn(handle, (relation, other) -> tell(relation, other, towards, false, action));
  }

  private void tell(
      int relation, int other, Direction towards, boolean isTarget, Neighbour action) {
    RelationType type = network.relation(relation);
    if (!type.hidden()
        && type.layout() != RelationType.Layout.NEVER
        && network.node(other) != null
        && follows(towards, type.harm(), isTarget)) {
      action.of(type, other, isTarget);
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
