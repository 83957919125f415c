package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Pod that runs, and of which no container is stuck.
final class PodReadiness {
  private static final FieldPath GATES = FieldPath.parse("spec.readinessGates[].conditionType");

  private PodReadiness() {}

  static Health running(PodContainers containers) {
    KeptObject pod = containers.pod();
    Condition ready = Conditions.find(pod, "Ready");
    if (ready == null) {
      return Health.UNKNOWN;
    }
    if (ready.isTrue()) {
      return ready(containers);
    }
    for (Container container : containers.staying()) {
      if (!container.waitingReason().isEmpty()) {
        return new Health(
            Status.PROGRESSING, container.waitingReason(), container.waitingMessage());
      }
    }
    for (Container container : containers.staying()) {
      if (container.isRunning() && !container.isReady()) {
        return notReady(pod, container, ready);
      }
    }
    if (containers.staying().stream().anyMatch(container -> container.exitCode() == 0)) {
      return new Health(Status.PROGRESSING, "Completing", "Some of its containers are done.");
    }
    return new Health(
        Status.DEGRADED,
        ready.reason().isEmpty() ? "NotReady" : ready.reason(),
        or(gates(pod), ready.message()));
  }

  /// A kubelet forgets the crashes of a container that has run for ten minutes; before, the next
  /// one is waited for.
  private static Health ready(PodContainers containers) {
    Condition resize = Conditions.findTrue(containers.pod(), "PodResizePending");
    Health health =
        resize != null && resize.reason().equals("Infeasible")
            ? resize.health(Status.DEGRADED)
            : Health.HEALTHY;
    for (Container container : containers.staying()) {
      if (container.hasRestarted() && container.runningSince() != null) {
        return Patience.startUntil(container.runningSince(), container.restarted(), health);
      }
    }
    return health;
  }

  private static Health notReady(KeptObject pod, Container container, Condition ready) {
    if (container.hasRestarted()) {
      return container.restarted();
    }
    if (!container.hasStarted()) {
      return new Health(
          Status.PROGRESSING,
          "Starting",
          "Container " + container.name() + " has not passed its startup probe yet.");
    }
    Probe probe = Probe.of(pod, container.name());
    String reason = ready.reason().isEmpty() ? "NotReady" : ready.reason();
    if (probe == null) {
      return new Health(
          Status.DEGRADED,
          reason,
          or(ready.message(), "Container " + container.name() + " is not ready."));
    }
    Health failing =
        new Health(
            Status.DEGRADED,
            reason,
            "Container " + container.name() + " does not pass its readiness probe.");
    Health starting =
        new Health(
            Status.PROGRESSING,
            "Starting",
            "Container " + container.name() + " has not passed its readiness probe yet.");
    return Patience.during(container.runningSince(), probe.time(), starting, failing);
  }

  /// Conditions that others must set before the Pod counts as ready, and have not.
  private static String gates(KeptObject pod) {
    List<String> closed = new ArrayList<>();
    pod.walk(
        GATES,
        gate -> {
          String type = gate.scalar();
          if (type != null && Conditions.findTrue(pod, type) == null) {
            closed.add(type);
          }
        });
    return closed.isEmpty() ? "" : "Its readiness gates wait for: " + String.join(", ", closed);
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }
}
