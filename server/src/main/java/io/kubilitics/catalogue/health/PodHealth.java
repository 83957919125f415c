package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A Pod: what its containers wait for or ended with counts more than its phase, because a Pod that
/// crashes again and again stays in phase Running.
final class PodHealth implements HealthRule {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath REASON = FieldPath.parse("status.reason");
  private static final FieldPath MESSAGE = FieldPath.parse("status.message");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("Pod"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(
        Deletion.READS,
        "spec.containers[].name",
        "spec.containers[].readinessProbe",
        "spec.initContainers[].name",
        "spec.initContainers[].readinessProbe",
        "spec.initContainers[].restartPolicy",
        "spec.readinessGates",
        "status.phase",
        "status.reason",
        "status.message",
        "status.startTime",
        "status.conditions",
        "status.initContainerStatuses[].name",
        "status.initContainerStatuses[].ready",
        "status.initContainerStatuses[].started",
        "status.initContainerStatuses[].state",
        "status.initContainerStatuses[].lastState",
        "status.containerStatuses[].name",
        "status.containerStatuses[].ready",
        "status.containerStatuses[].started",
        "status.containerStatuses[].state",
        "status.containerStatuses[].lastState");
  }

  @Override
  public boolean seesDeletion() {
    return true;
  }

  @Override
  public Health of(KeptObject pod) {
    if (Deletion.isAsked(pod)) {
      return Deletion.ofPod(pod);
    }
    return switch (Values.text(pod, PHASE)) {
      case "Succeeded" -> Health.HEALTHY;
      case "Failed" -> failed(pod);
      case "Pending" -> new PodContainers(pod).health(PodStart::pending);
      case "Running" -> new PodContainers(pod).health(PodReadiness::running);
      case "Unknown" -> unknown(pod);
      default -> Health.UNKNOWN;
    };
  }

  private static Health unknown(KeptObject pod) {
    String message = Values.text(pod, MESSAGE);
    return new Health(
        Status.UNKNOWN,
        Values.text(pod, REASON),
        message.isEmpty() ? "Its node has not been heard of." : message);
  }

  /// The words of whoever ended it (evicted, preempted, past its deadline), else of the container
  /// that crashed.
  private static Health failed(KeptObject pod) {
    String reason = Values.text(pod, REASON);
    if (!reason.isEmpty()) {
      return new Health(Status.FAILED, reason, Values.text(pod, MESSAGE));
    }
    Condition disrupted = Conditions.findTrue(pod, "DisruptionTarget");
    if (disrupted != null) {
      return disrupted.health(Status.FAILED);
    }
    for (Container container : new PodContainers(pod).all()) {
      if (container.hasCrashed()) {
        return container.crash();
      }
    }
    return new Health(Status.FAILED, "Failed", Values.text(pod, MESSAGE));
  }
}
