package io.kubilitics.catalogue;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ResourceId;
import java.util.Set;

/// What every cluster has from the start and no manifest brings along: a reference to it is drawn
/// where the object is there, and is no ghost where it is not.
final class AssumedObjects {
  private static final Set<String> CLUSTER_ROLES = Set.of("view", "edit", "admin", "cluster-admin");
  private static final Set<String> SYSTEM_NAMESPACES = Set.of("kube-system", "kube-public");

  /// The levels that the API server makes for itself.
  private static final Set<String> PRIORITY_LEVELS =
      Set.of(
          "exempt",
          "system",
          "node-high",
          "leader-election",
          "workload-high",
          "workload-low",
          "global-default",
          "catch-all");

  /// Where the API server publishes how it authenticates, for servers that extend it.
  private static final String AUTHENTICATION = "extension-apiserver-authentication";

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
      case "ConfigMap" ->
          id.name().equals("kube-root-ca.crt")
              || (id.namespace().equals("kube-system") && id.name().equals(AUTHENTICATION));
      case "Service" -> id.name().equals("kubernetes") && id.namespace().equals("default");
      case "ClusterRole.rbac.authorization.k8s.io" ->
          CLUSTER_ROLES.contains(id.name()) || id.name().startsWith("system:");
      case "Role.rbac.authorization.k8s.io" ->
          SYSTEM_NAMESPACES.contains(id.namespace())
              && (id.name().startsWith("system:") || id.name().equals(AUTHENTICATION + "-reader"));
      case "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io" ->
          PRIORITY_LEVELS.contains(id.name());
      case "PriorityClass.scheduling.k8s.io" -> id.name().startsWith("system-");
      default -> false;
    };
  }
}
