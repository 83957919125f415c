package io.kubilitics.layout.outline;

import io.kubilitics.model.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fixed order of kinds in a drawing: what stands left of a workload from the top, workloads,
/// what stands right of them from the top, then everything else.
public final class KindRank {
  private static final List<Kind> ORDER =
      List.of(
          new Kind("gateway.networking.k8s.io", "Gateway"),
          new Kind("networking.k8s.io", "Ingress"),
          new Kind("gateway.networking.k8s.io", "HTTPRoute"),
          new Kind("gateway.networking.k8s.io", "GRPCRoute"),
          new Kind("gateway.networking.k8s.io", "TCPRoute"),
          new Kind("gateway.networking.k8s.io", "TLSRoute"),
          new Kind("keda.sh", "ScaledObject"),
          new Kind("autoscaling", "HorizontalPodAutoscaler"),
          new Kind("autoscaling.k8s.io", "VerticalPodAutoscaler"),
          Kind.core("Service"),
          new Kind("policy", "PodDisruptionBudget"),
          new Kind("networking.k8s.io", "NetworkPolicy"),
          new Kind("apps", "Deployment"),
          new Kind("apps", "StatefulSet"),
          new Kind("apps", "DaemonSet"),
          new Kind("batch", "CronJob"),
          new Kind("batch", "Job"),
          new Kind("apps", "ReplicaSet"),
          Kind.core("ReplicationController"),
          Kind.core("Pod"),
          Kind.core("Node"),
          new Kind("rbac.authorization.k8s.io", "RoleBinding"),
          new Kind("rbac.authorization.k8s.io", "ClusterRoleBinding"),
          Kind.core("ServiceAccount"),
          new Kind("rbac.authorization.k8s.io", "Role"),
          new Kind("rbac.authorization.k8s.io", "ClusterRole"),
          Kind.core("PersistentVolumeClaim"),
          Kind.core("PersistentVolume"),
          new Kind("storage.k8s.io", "StorageClass"),
          Kind.core("ConfigMap"),
          Kind.core("Secret"));

  private static final Map<Kind, Integer> RANKS = ranks();

  private KindRank() {}

  /// The place of a kind in the order; all kinds without a place of their own have the last.
  public static int of(Kind kind) {
    return RANKS.getOrDefault(kind, ORDER.size());
  }

  private static Map<Kind, Integer> ranks() {
    Map<Kind, Integer> ranks = new HashMap<>();
    for (Kind kind : ORDER) {
      ranks.put(kind, ranks.size());
    }
    return Map.copyOf(ranks);
  }
}
