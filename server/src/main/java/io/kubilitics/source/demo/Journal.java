package io.kubilitics.source.demo;

import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What changed in one step. Each object is written once, at the end, so that all bodies of a step
/// tell of the same world. One thread.
final class Journal {
  private final World world;
  private final Reports reports;
  private final Map<ResourceId, Optional<ClusterObject>> touched = new LinkedHashMap<>();

  /// @param reports told of what happens to Pods
  Journal(World world, Reports reports) {
    this.world = world;
    this.reports = reports;
  }

  void put(ClusterObject object) {
    touched.put(object.id(), Optional.of(object));
  }

  void gone(ClusterObject object) {
    touched.put(object.id(), Optional.empty());
  }

  /// Pods of the app came, went, or got another state: what counts them counts again.
  void podsChanged(App app) {
    put(app.workload());
    app.exposures().forEach(exposure -> exposure.made().forEach(this::put));
    putIfThere(app.budget());
  }

  /// As [#podsChanged], and their number is another one.
  void podCountChanged(App app) {
    podsChanged(app);
    putIfThere(app.autoscaler());
    putIfThere(world.spaceOf(app).quota());
  }

  private void putIfThere(@Nullable Part part) {
    if (part != null) {
      put(part);
    }
  }

  /// A Pod without a place gets one; what owns it counts it.
  void add(Pod pod, Dice dice) {
    world.machines().place(pod, dice);
    reports.added(pod);
    put(pod);
    put(pod.owner());
    podCountChanged(pod.app());
  }

  /// A Pod leaves; its owner must have forgotten it.
  void remove(Pod pod) {
    reports.removed(pod);
    pod.leave();
    gone(pod);
    put(pod.owner());
    podCountChanged(pod.app());
  }

  void become(Pod pod, Pod.Stage stage) {
    pod.become(stage, world.births().now());
    reports.became(pod);
    put(pod);
    put(pod.owner());
    podsChanged(pod.app());
  }

  /// Writes the bodies.
  ///
  /// @param version the resource version of the first, counted up from there
  List<DemoChange> changes(long version) {
    List<DemoChange> changes = new ArrayList<>(touched.size());
    touched.forEach((id, object) -> {
      if (object.isEmpty()) {
        changes.add(new DemoChange.Gone(id));
        return;
      }
      Map<String, Object> body = object.get().body();
      versioned(body, version + changes.size());
      changes.add(new DemoChange.Put(id, body));
    });
    return changes;
  }

  @SuppressWarnings("unchecked") // the body was written by Draft
  private static void versioned(Map<String, Object> body, long version) {
    if (body.get("metadata") instanceof Map<?, ?> metadata) {
      ((Map<String, Object>) metadata).put("resourceVersion", String.valueOf(version));
    }
  }
}
