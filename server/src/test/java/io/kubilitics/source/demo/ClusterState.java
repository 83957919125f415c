package io.kubilitics.source.demo;

import static io.kubilitics.source.demo.Bodies.map;
import static io.kubilitics.source.demo.Bodies.namespace;
import static io.kubilitics.source.demo.Bodies.texts;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A cluster as a watcher knows it: what was there at first, and every change since.
final class ClusterState {
  private final Map<ResourceId, Map<String, Object>> bodies = new TreeMap<>();
  private final Set<ResourceId> deleted = new HashSet<>();

  static ClusterState of(DemoCluster cluster) {
    ClusterState state = new ClusterState();
    cluster
        .objects()
        .forEach(body -> {
          if (state.bodies.put(Bodies.id(body), body) != null) {
            throw new IllegalStateException(Bodies.id(body) + " is there twice");
          }
        });
    return state;
  }

  void apply(DemoStep step) {
    step.changes().forEach(this::apply);
    step.heartbeats().forEach(this::apply);
  }

  private void apply(DemoChange change) {
    switch (change) {
      case DemoChange.Put(ResourceId id, Map<String, Object> body) -> {
        if (!id.equals(Bodies.id(body))) {
          throw new IllegalStateException(id + " is called " + Bodies.id(body));
        }
        bodies.put(id, body);
        deleted.remove(id);
      }
      case DemoChange.Gone(ResourceId id) -> {
        if (bodies.remove(id) == null) {
          throw new IllegalStateException(id + " goes and was never there");
        }
        deleted.add(id);
      }
    }
  }

  int size() {
    return bodies.size();
  }

  Optional<Map<String, Object>> get(Api api, String namespace, String name) {
    return get(new ResourceId(api.kind(), namespace, name));
  }

  Optional<Map<String, Object>> get(ResourceId id) {
    return Optional.ofNullable(bodies.get(id));
  }

  /// Whether it was there once.
  boolean wasDeleted(ResourceId id) {
    return deleted.contains(id);
  }

  Iterable<Map<String, Object>> all() {
    return bodies.values();
  }

  List<Map<String, Object>> all(Api api) {
    Kind kind = api.kind();
    return bodies.entrySet().stream()
        .filter(entry -> entry.getKey().kind().equals(kind))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// All objects without their resource versions.
  Map<ResourceId, Map<String, Object>> unversioned() {
    Map<ResourceId, Map<String, Object>> all = new TreeMap<>();
    bodies.forEach((id, body) -> {
      Map<String, Object> copy = new HashMap<>(body);
      Map<String, Object> metadata = new HashMap<>(map(body.get("metadata")));
      metadata.remove("resourceVersion");
      copy.put("metadata", metadata);
      all.put(id, copy);
    });
    return all;
  }

  /// Pods by namespace.
  Map<String, List<Map<String, Object>>> pods() {
    Map<String, List<Map<String, Object>>> pods = new HashMap<>();
    for (Map<String, Object> pod : all(Api.POD)) {
      pods.computeIfAbsent(namespace(pod), _ -> new ArrayList<>()).add(pod);
    }
    return pods;
  }

  static boolean matches(Map<String, String> selector, Map<String, ?> body) {
    return texts(body, "metadata", "labels").entrySet().containsAll(selector.entrySet());
  }
}
