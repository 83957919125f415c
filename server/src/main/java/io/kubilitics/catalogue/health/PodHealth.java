package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Pod: what its containers wait for or ended with counts more than its phase, because a Pod that
/// crashes again and again stays in phase Running.
final class PodHealth implements HealthRule {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath REASON = FieldPath.parse("status.reason");
  private static final FieldPath MESSAGE = FieldPath.parse("status.message");
  private static final FieldPath INIT_CONTAINERS =
      FieldPath.parse("status.initContainerStatuses[]");
  private static final FieldPath CONTAINERS = FieldPath.parse("status.containerStatuses[]");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("Pod"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "status.phase",
        "status.reason",
        "status.message",
        "status.conditions",
        "status.initContainerStatuses[].name",
        "status.initContainerStatuses[].state",
        "status.initContainerStatuses[].lastState",
        "status.containerStatuses[].name",
        "status.containerStatuses[].ready",
        "status.containerStatuses[].state",
        "status.containerStatuses[].lastState");
  }

  @Override
  public Health of(KeptObject pod) {
    String phase = text(pod, PHASE);
    return switch (phase) {
      case "Succeeded" -> Health.HEALTHY;
      case "Failed" -> failed(pod);
      case "Pending", "Running" -> alive(pod, phase);
      default -> new Health(Status.UNKNOWN, text(pod, REASON), text(pod, MESSAGE));
    };
  }

  private static Health failed(KeptObject pod) {
    String reason = text(pod, REASON);
    if (!reason.isEmpty()) {
      return new Health(Status.FAILED, reason, text(pod, MESSAGE));
    }
    for (Container container : containers(pod)) {
      if (container.hasCrashed()) {
        return container.crash();
      }
    }
    return new Health(Status.FAILED, "Failed", text(pod, MESSAGE));
  }

  private static Health alive(KeptObject pod, String phase) {
    List<Container> containers = containers(pod);
    for (Container container : containers) {
      if (container.isStuck()) {
        return container.stuck();
      }
    }
    for (Container container : containers) {
      if (container.hasCrashed()) {
        return container.crash();
      }
    }
    Condition scheduled = Conditions.find(pod, "PodScheduled");
    if (scheduled != null && scheduled.isFalse()) {
      boolean gated = scheduled.reason().equals("SchedulingGated");
      return new Health(
          gated ? Status.SUSPENDED : Status.DEGRADED, scheduled.reason(), scheduled.message());
    }
    Condition ready = Conditions.find(pod, "Ready");
    if (phase.equals("Running") && ready != null && ready.isTrue()) {
      return Health.HEALTHY;
    }
    for (Container container : containers) {
      if (!container.waitingReason().isEmpty()) {
        return new Health(Status.PROGRESSING, container.waitingReason(), "");
      }
    }
    if (phase.equals("Pending")) {
      return new Health(Status.PROGRESSING, "Pending", "");
    }
    return ready == null
        ? Health.UNKNOWN
        : new Health(Status.DEGRADED, or(ready.reason(), "NotReady"), ready.message());
  }

  /// Init containers first: nothing else begins before they are done.
  private static List<Container> containers(KeptObject pod) {
    List<Container> containers = new ArrayList<>();
    pod.walk(INIT_CONTAINERS, status -> containers.add(Container.read(status)));
    pod.walk(CONTAINERS, status -> containers.add(Container.read(status)));
    return containers;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String text(KeptObject pod, FieldPath path) {
    @Nullable String text = pod.scalar(path);
    return text == null ? "" : text;
  }
}
