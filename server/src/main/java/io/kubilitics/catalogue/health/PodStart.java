package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Pod whose containers do not run yet and of which none is stuck.
final class PodStart {
  private static final FieldPath START = FieldPath.parse("status.startTime");

  private PodStart() {}

  static Health pending(PodContainers containers) {
    KeptObject pod = containers.pod();
    Condition scheduled = Conditions.find(pod, "PodScheduled");
    if (scheduled != null && scheduled.isFalse()) {
      boolean isGated = scheduled.reason().equals("SchedulingGated");
      return scheduled.health(isGated ? Status.SUSPENDED : Status.DEGRADED);
    }
    Health initializing = initializing(containers.beforeOthers());
    if (initializing != null) {
      return initializing;
    }
    for (Container container : containers.all()) {
      if (!container.waitingReason().isEmpty()) {
        return creating(pod, container);
      }
    }
    return new Health(Status.PROGRESSING, "Pending", "");
  }

  private static @Nullable Health initializing(List<Container> init) {
    int done = 0;
    for (Container container : init) {
      if (container.isRunning()) {
        return new Health(
            Status.PROGRESSING,
            "PodInitializing",
            "Init container %s is running, %d of %d are done."
                .formatted(container.name(), done, init.size()));
      }
      done += container.exitCode() == 0 ? 1 : 0;
    }
    return null;
  }

  /// Its node has the Pod and makes it. Volumes that cannot be mounted show nowhere but here: as
  /// time that passes.
  private static Health creating(KeptObject pod, Container container) {
    Health creating =
        new Health(Status.PROGRESSING, container.waitingReason(), container.waitingMessage());
    if (Values.instant(pod, START) == null) {
      return creating;
    }
    return Patience.startUntil(
        Values.instant(pod, START),
        creating,
        new Health(
            Status.DEGRADED,
            container.waitingReason(),
            "Container %s has not been created in %d minutes."
                .formatted(container.name(), Patience.START.toMinutes())));
  }
}
