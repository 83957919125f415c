package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import java.util.Map;

/// Of what a cluster stands on: `Node · 7 Pods`, `RoleBinding · edit`, `PriorityClass · 1000`.
final class ClusterFacts {
  private static final Relation RUNS_ON = new Relation("runs-on");
  private static final String RBAC = "rbac.authorization.k8s.io";

  static final Map<Kind, FactText> ALL =
      Map.of(
          Kind.core("Node"),
          it -> it.with(KindWords.counted(it.countIn(RUNS_ON), "Pod")),
          Kind.core("ServiceAccount"),
          Subject::word,
          new Kind(RBAC, "Role"),
          Subject::word,
          new Kind(RBAC, "ClusterRole"),
          Subject::word,
          new Kind(RBAC, "RoleBinding"),
          ClusterFacts::binding,
          new Kind(RBAC, "ClusterRoleBinding"),
          ClusterFacts::binding,
          new Kind("scheduling.k8s.io", "PriorityClass"),
          it -> it.with(it.text("Value")),
          new Kind("apiextensions.k8s.io", "CustomResourceDefinition"),
          Subject::word,
          new Kind("networking.k8s.io", "IngressClass"),
          Subject::word);

  private ClusterFacts() {}

  /// `ClusterRole/edit` as its name: the line to it says what it is.
  private static String binding(Subject binding) {
    String role = binding.text("Role");
    return binding.with(role.substring(role.indexOf('/') + 1));
  }
}
