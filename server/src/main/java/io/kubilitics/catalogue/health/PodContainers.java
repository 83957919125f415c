package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The containers of one Pod. Init containers run one after the other before all others; those that
/// restart always (sidecars) stay beside the others, and are ended after them.
final class PodContainers {
  private static final FieldPath INIT_STATUSES = FieldPath.parse("status.initContainerStatuses[]");
  private static final FieldPath STATUSES = FieldPath.parse("status.containerStatuses[]");
  private static final FieldPath INIT_CONTAINERS = FieldPath.parse("spec.initContainers[]");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath RESTART_POLICY = FieldPath.parse("restartPolicy");

  private final KeptObject pod;
  private final Set<String> sidecars = new HashSet<>();
  private final List<Container> init = new ArrayList<>();
  private final List<Container> main = new ArrayList<>();

  PodContainers(KeptObject pod) {
    this.pod = pod;
    pod.walk(
        INIT_CONTAINERS,
        container -> {
          if ("Always".equals(container.scalar(RESTART_POLICY))) {
            sidecars.add(Values.text(container, NAME));
          }
        });
    pod.walk(INIT_STATUSES, status -> init.add(Container.read(status)));
    pod.walk(STATUSES, status -> main.add(Container.read(status)));
  }

  KeptObject pod() {
    return pod;
  }

  /// Init containers first: nothing else begins before they are done.
  List<Container> all() {
    List<Container> all = new ArrayList<>(init);
    all.addAll(main);
    return all;
  }

  /// Those that run as long as the Pod does.
  List<Container> staying() {
    return Stream.concat(init.stream().filter(this::isSidecar), main.stream()).toList();
  }

  /// Those that must end before the others begin.
  List<Container> beforeOthers() {
    return init.stream().filter(container -> !isSidecar(container)).toList();
  }

  private boolean isSidecar(Container container) {
    return sidecars.contains(container.name());
  }

  /// What is wrong with a container, else what is to be said of the Pod while none is.
  Health health(Function<PodContainers, Health> otherwise) {
    for (Container container : all()) {
      if (container.isStuck()) {
        return container.stuck();
      }
    }
    boolean isEnding = !main.isEmpty() && main.stream().allMatch(Container::hasEnded);
    for (Container container : all()) {
      if (container.hasCrashed() && !(isEnding && isSidecar(container))) {
        return container.crash();
      }
    }
    return otherwise.apply(this);
  }
}
