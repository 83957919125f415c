package io.kubilitics.testbed.kube;

import java.io.IOException;

/// What the users of a cluster may do: a role of each, of the user's name, in the whole cluster.
/// The roles that come with Kubernetes are filled by a controller, which does not run here.
public final class ClusterRights {
  /// What a viewer may do at first, as the rules of a role.
  public static final String OF_VIEWER =
      """
      - apiGroups: [""]
        resources: [pods, pods/log, services, endpoints, configmaps, namespaces, nodes, events,
          persistentvolumes, persistentvolumeclaims, serviceaccounts, replicationcontrollers,
          resourcequotas, limitranges]
        verbs: [get, list, watch]
      - apiGroups: [apps, autoscaling, batch, discovery.k8s.io, events.k8s.io,
          gateway.networking.k8s.io, networking.k8s.io, policy, storage.k8s.io]
        resources: ["*"]
        verbs: [get, list, watch]
      """;

  private static final String OF_READER =
      """
      - apiGroups: ["*"]
        resources: ["*"]
        verbs: [get, list, watch]
      """;

  private ClusterRights() {}

  /// Gives every user the rights that its name promises.
  static void give(KubeClient admin) throws IOException, InterruptedException {
    admin.apply(
        role(KubeUser.READER, OF_READER)
            + role(KubeUser.VIEWER, OF_VIEWER)
            + binding(KubeUser.READER)
            + binding(KubeUser.VIEWER));
  }

  /// Gives a user other rights than before.
  ///
  /// @param rules of a ClusterRole, as a YAML list
  static void give(KubeClient admin, KubeUser user, String rules)
      throws IOException, InterruptedException {
    admin.apply(role(user, rules));
  }

  private static String role(KubeUser user, String rules) {
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: %s}
    rules:
    %s\
    """
        .formatted(user.user(), rules.indent(2));
  }

  private static String binding(KubeUser user) {
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: %s}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
    subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
    """
        .formatted(user.user(), user.user(), user.user());
  }
}
