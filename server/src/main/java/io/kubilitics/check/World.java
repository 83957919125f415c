package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Operator;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One snapshot through one viewer, and whether it is all there is. Used by one thread.
final class World {
  private static final TopologyQuery NOTHING =
      new TopologyQuery(
          Set.of(),
          Set.of(),
          Set.of(),
          new LabelSelector(List.of(new Requirement("%none", Operator.EXISTS, List.of()))),
          Set.of(),
          Optional.empty());

  private final Topology topology;
  private final Viewer viewer;
  private final Network network;
  private final WorldMode mode;
  private final Map<String, Integer> relations = new HashMap<>();
  private @Nullable Set<Kind> incomplete;
  private final Map<Kind, Boolean> present = new HashMap<>();

  World(Topology topology, Viewer viewer, WorldMode mode) {
    this.topology = topology;
    this.viewer = viewer;
    this.network = topology.network(viewer);
    this.mode = mode;
    for (int number = 0; number < network.relations(); number++) {
      relations.put(network.relation(number).relation().name(), number);
    }
  }

  Network network() {
    return network;
  }

  boolean isClosed() {
    return mode == WorldMode.CLOSED;
  }

  /// The level of something that is certain only when nothing lies outside of the set.
  Level ifClosed(Level closed) {
    return isClosed() || closed == Level.INFO
        ? closed
        : Level.values()[List.of(Level.values()).indexOf(closed) + 1];
  }

  /// Whether an object of this kind that is not there does not exist, as far as the source knows.
  boolean knows(Kind kind) {
    if (incomplete == null) {
      incomplete =
          topology.select(NOTHING, viewer).kinds().stream()
              .filter(summary -> !summary.knowledge().isComplete())
              .map(KindSummary::kind)
              .collect(Collectors.toUnmodifiableSet());
    }
    return !incomplete.contains(kind);
  }

  /// Whether there is any object of this kind.
  boolean has(Kind kind) {
    return present.computeIfAbsent(
        kind,
        wanted -> {
          for (int handle = 0; handle < network.limit(); handle++) {
            if (network.node(handle) instanceof Node.Present there
                && there.id().kind().equals(wanted)) {
              return true;
            }
          }
          return false;
        });
  }

  /// The number of a relation, -1 for one that no rule knows.
  int relation(String name) {
    return relations.getOrDefault(name, -1);
  }

  /// The object, or null when it is not there, or not for this viewer.
  @Nullable Subject subject(ResourceId id) {
    return subject(network.find(id));
  }

  @Nullable Subject subject(int handle) {
    Resource resource = resource(handle);
    return resource == null ? null : new Subject(this, handle, resource);
  }

  @Nullable Resource resource(int handle) {
    return handle != Network.NOBODY && network.node(handle) instanceof Node.Present present
        ? present.resource()
        : null;
  }
}
