package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One snapshot through one viewer, and whether it is all there is. Used by one thread.
final class World {
  private static final Set<Kind> NEVER_REFER =
      Set.of(
          Kind.core("Event"),
          Kind.core("Endpoints"),
          new Kind("apps", "ControllerRevision"),
          new Kind("coordination.k8s.io", "Lease"),
          new Kind("discovery.k8s.io", "EndpointSlice"));

  private final Topology topology;
  private final Network network;
  private final WorldMode mode;
  private final Map<String, Integer> relations = new HashMap<>();
  private final Map<Kind, Set<String>> namespaces = new HashMap<>();
  private @Nullable Map<String, ResourceId> byUid;
  private @Nullable Set<String> withCustomResources;

  World(Topology topology, Viewer viewer, WorldMode mode) {
    this.topology = topology;
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
    if (isClosed()) {
      return closed;
    }
    return switch (closed) {
      case ERROR -> Level.WARNING;
      case WARNING, INFO -> Level.INFO;
    };
  }

  /// Whether an object of this kind that is not there does not exist, as far as the source knows.
  boolean knows(Kind kind) {
    return topology.knows(kind);
  }

  /// Whether there is any object of this kind.
  boolean has(Kind kind) {
    return !namespacesWith(kind).isEmpty();
  }

  /// Whether everything is known that may refer to a claim, a ConfigMap or a Secret.
  boolean knowsWhoRefers() {
    return topology.unknownKinds().map(NEVER_REFER::containsAll).orElse(false);
  }

  /// The object of this uid, or null.
  @Nullable ResourceId withUid(String uid) {
    if (byUid == null) {
      byUid = new HashMap<>();
      for (int handle = 0; handle < network.limit(); handle++) {
        Resource resource = resource(handle);
        if (resource != null && resource.hasUid()) {
          byUid.put(resource.uid(), resource.id());
        }
      }
    }
    return byUid.get(uid);
  }

  /// The namespaces in which there is an object of this kind.
  Set<String> namespacesWith(Kind kind) {
    return namespaces.computeIfAbsent(kind, wanted -> namespaces(wanted::equals));
  }

  /// Whether there are objects in a namespace that are not of Kubernetes itself, whose operator may
  /// make others.
  boolean hasCustomResources(String namespace) {
    if (withCustomResources == null) {
      withCustomResources = namespaces(World::isCustom);
    }
    return withCustomResources.contains(namespace);
  }

  private Set<String> namespaces(Predicate<Kind> wanted) {
    Set<String> found = new HashSet<>();
    for (int handle = 0; handle < network.limit(); handle++) {
      Resource resource = resource(handle);
      if (resource != null && wanted.test(resource.kind())) {
        found.add(resource.id().namespace());
      }
    }
    return found;
  }

  /// The groups of Kubernetes have no dot or end with `.k8s.io`.
  private static boolean isCustom(Kind kind) {
    return kind.group().contains(".") && !kind.group().endsWith(".k8s.io");
  }

  /// The number of a relation, -1 for one that no rule knows.
  int relation(String name) {
    return relations.getOrDefault(name, -1);
  }

  /// What leads to a node, there or not, by a relation; ordered by id.
  List<Node> sources(ResourceId target, String relation) {
    int handle = network.find(target);
    int wanted = relation(relation);
    List<Node> nodes = new ArrayList<>();
    if (handle != Network.NOBODY) {
      network.forEachIn(
          handle,
          (each, other) -> {
            Node node = network.node(other);
            if (each == wanted && node != null) {
              nodes.add(node);
            }
          });
    }
    nodes.sort(Comparator.comparing(Node::id));
    return nodes;
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
