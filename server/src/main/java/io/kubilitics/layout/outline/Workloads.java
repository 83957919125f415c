package io.kubilitics.layout.outline;

import io.kubilitics.model.Kind;
import io.kubilitics.model.drawing.CardShape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The kinds that run Pods, with the form of their cards. Fixed, so that a card does not change its
/// form when it is scaled.
final class Workloads {
  static final Kind POD = Kind.core("Pod");

  /// @param surges whether new Pods come before old ones go
  record Workload(CardShape shape, boolean surges) {}

  /// What is no workload by its kind but owns Pods all the same.
  static final Workload OTHER = new Workload(CardShape.WORKLOAD, false);

  private static final Workload ROLLING = new Workload(CardShape.WORKLOAD, true);
  private static final Workload PLAIN = new Workload(CardShape.WORKLOAD, false);
  private static final Workload STATEFUL = new Workload(CardShape.STATEFUL, false);

  private static final Map<Kind, Workload> BY_KIND =
      Map.ofEntries(
          Map.entry(new Kind("apps", "Deployment"), ROLLING),
          Map.entry(new Kind("apps", "DaemonSet"), ROLLING),
          Map.entry(new Kind("apps", "StatefulSet"), STATEFUL),
          Map.entry(new Kind("apps", "ReplicaSet"), PLAIN),
          Map.entry(Kind.core("ReplicationController"), PLAIN),
          Map.entry(new Kind("batch", "Job"), PLAIN),
          Map.entry(new Kind("batch", "CronJob"), PLAIN),
          Map.entry(new Kind("argoproj.io", "Rollout"), ROLLING),
          Map.entry(new Kind("apps.openshift.io", "DeploymentConfig"), ROLLING),
          Map.entry(new Kind("apps.kruise.io", "CloneSet"), ROLLING),
          Map.entry(new Kind("apps.kruise.io", "DaemonSet"), ROLLING),
          Map.entry(new Kind("apps.kruise.io", "StatefulSet"), STATEFUL),
          Map.entry(new Kind("core.strimzi.io", "StrimziPodSet"), STATEFUL));

  private Workloads() {}

  static @Nullable Workload of(Kind kind) {
    return BY_KIND.get(kind);
  }
}
