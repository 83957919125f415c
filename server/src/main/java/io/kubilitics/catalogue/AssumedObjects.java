package io.kubilitics.catalogue;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ResourceId;
import java.util.Set;

/// What every cluster has from the start and no manifest brings along: a reference to it is drawn
/// where the object is there, and is no ghost where it is not.
final class AssumedObjects {
  private static final Set<String> CLUSTER_ROLES = Set.of("view", "edit", "admin", "cluster-admin");

  private AssumedObjects() {}

  /// The fact itself, or the same without the claim that its target must be there.
  static Fact withoutGhost(Fact fact) {
    return fact instanceof Fact.Names names
            && names.presence() == Presence.REQUIRED
            && isAssumed(names.target())
        ? names.withPresence(Presence.IF_EXISTS)
        : fact;
  }

  private static boolean isAssumed(ResourceId id) {
    return switch (id.kind().toString()) {
      case "ServiceAccount" -> id.name().equals("default");
      case "ConfigMap" -> id.name().equals("kube-root-ca.crt");
      case "Service" -> id.name().equals("kubernetes") && id.namespace().equals("default");
      case "ClusterRole.rbac.authorization.k8s.io" ->
          CLUSTER_ROLES.contains(id.name()) || id.name().startsWith("system:");
      case "PriorityClass.scheduling.k8s.io" -> id.name().startsWith("system-");
      default -> false;
    };
  }
}
