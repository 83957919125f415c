package io.kubilitics.source.demo;

import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All there is in the demo, as small states. One thread changes it; while nobody does, any number
/// may write bodies from it.
final class World {
  private final Births births;
  private final Machines machines;
  private final Addresses addresses = new Addresses();
  private final Map<String, Space> spaces = new LinkedHashMap<>();
  private final List<Part> fixtures = new ArrayList<>();
  private final List<App> apps = new ArrayList<>();

  World(Births births, Machines machines) {
    this.births = births;
    this.machines = machines;
  }

  Births births() {
    return births;
  }

  Machines machines() {
    return machines;
  }

  List<App> apps() {
    return apps;
  }

  List<Space> spaces() {
    return List.copyOf(spaces.values());
  }

  Space spaceOf(App app) {
    return space(app.spec().namespace());
  }

  private Space space(String namespace) {
    return Objects.requireNonNull(spaces.get(namespace), namespace);
  }

  /// Adds all of it when it needs no more than so many objects.
  ///
  /// @return how many objects it is, or 0 when nothing was added
  int add(Addition addition, int room) {
    Addition.Plot plot = addition.home();
    Space known = spaces.get(plot.name());
    Space space =
        known != null
            ? known
            : new Space(births, plot.name(), plot.team(), plot.environment(), plot.style());
    List<App> made = new ArrayList<>();
    int count = addition.parts().size() + (known == null ? space.objects().size() : 0);
    for (AppSpec spec : addition.apps()) {
      App app =
          new App(spec, births, new App.Site(machines.count(), plot.environment(), addresses));
      made.add(app);
      count += app.objects().size();
    }
    if (count > room) {
      return 0;
    }
    spaces.putIfAbsent(plot.name(), space);
    addition.parts().forEach(this::add);
    made.forEach(app -> add(app, space));
    return count;
  }

  private void add(Part part) {
    String namespace = part.identity().namespace();
    if (namespace.isEmpty()) {
      fixtures.add(part);
      return;
    }
    space(namespace).add(part);
  }

  private void add(App app, Space space) {
    apps.add(app);
    space.add(app);
    if (app.workload() instanceof DaemonSet daemons) {
      daemons.settle(machines.nodes());
      return;
    }
    Dice dice = Dice.of(births.seed(), "places", app.spec().namespace(), app.name());
    for (Pod pod : app.workload().pods()) {
      if (pod.stage() != Pod.Stage.UNSCHEDULABLE) {
        machines.place(pod, dice);
      }
    }
  }

  /// The object of this identity, if it is there now.
  Optional<ClusterObject> find(ResourceId id) {
    Space own = spaces.get(id.namespace());
    if (own != null) {
      Optional<ClusterObject> object = found(id, own);
      if (object.isPresent()) {
        return object;
      }
    }
    Optional<ClusterObject> fixture = found(id, section(0));
    if (fixture.isPresent() || !id.namespace().isEmpty()) {
      return fixture;
    }
    return spaces.values().stream().flatMap(space -> found(id, space).stream()).findFirst();
  }

  private static Optional<ClusterObject> found(ResourceId id, Space space) {
    return found(id, space.objects())
        .or(() ->
            space.apps().stream().flatMap(app -> found(id, app.objects()).stream()).findFirst());
  }

  private static Optional<ClusterObject> found(ResourceId id, List<ClusterObject> among) {
    return among.stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /// Into how many sections its objects fall.
  int sections() {
    return 1 + spaces.size() + apps.size();
  }

  /// The objects of one section, in a fixed order.
  List<ClusterObject> section(int number) {
    if (number == 0) {
      List<ClusterObject> all = new ArrayList<>(fixtures);
      for (Node node : machines.nodes()) {
        all.add(node);
        all.add(node.lease());
      }
      return all;
    }
    if (number <= spaces.size()) {
      return spaces().get(number - 1).objects();
    }
    return apps.get(number - 1 - spaces.size()).objects();
  }

  /// How many objects there are now.
  int size() {
    int size = 0;
    for (int number = 0; number < sections(); number++) {
      size += section(number).size();
    }
    return size;
  }
}
