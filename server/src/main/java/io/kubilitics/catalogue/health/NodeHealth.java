package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;

/// A Node that is not ready, or no longer heard of, has failed; one under pressure is degraded; one
/// that takes no new Pods by order is suspended.
final class NodeHealth implements HealthRule {
  private static final FieldPath UNSCHEDULABLE = FieldPath.parse("spec.unschedulable");

  /// Conditions that are bad when they are true: those of the kubelet and of network plugins, then
  /// the permanent problems that node-problem-detector finds with its default files.
  private static final List<String> TROUBLES =
      List.of(
          "NetworkUnavailable",
          "MemoryPressure",
          "DiskPressure",
          "PIDPressure",
          "KernelDeadlock",
          "ReadonlyFilesystem",
          "CorruptDockerOverlay2",
          "CperHardwareErrorFatal",
          "XfsShutdown",
          "FrequentKubeletRestart",
          "FrequentDockerRestart",
          "FrequentContainerdRestart",
          "FrequentUnregisterNetDevice",
          "KubeletUnhealthy",
          "ContainerRuntimeUnhealthy");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("Node"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "spec.unschedulable",
        "status.conditions[].type",
        "status.conditions[].status",
        "status.conditions[].reason",
        "status.conditions[].message",
        "status.conditions[].lastTransitionTime");
  }

  @Override
  public Health of(KeptObject node) {
    Condition ready = Conditions.find(node, "Ready");
    if (ready == null) {
      return Health.UNKNOWN;
    }
    if (!ready.isTrue()) {
      return ready.health(Status.FAILED);
    }
    for (String type : TROUBLES) {
      Condition trouble = Conditions.findTrue(node, type);
      if (trouble != null) {
        return new Health(Status.DEGRADED, type, trouble.message());
      }
    }
    return Values.isTrue(node, UNSCHEDULABLE)
        ? new Health(Status.SUSPENDED, "Cordoned", "It takes no new Pods.")
        : Health.HEALTHY;
  }
}
