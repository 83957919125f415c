package io.kubilitics.source.demo;

import java.util.List;
import java.util.Map;

/// Writes accounts, roles and bindings.
final class AccessBodies {
  private static final String GROUP = "rbac.authorization.k8s.io";

  private AccessBodies() {}

  static Map<String, Object> account(Part part, Map<String, Object> labels) {
    return part.draft().labels(labels).with();
  }

  static Map<String, Object> role(Part part, App app) {
    return part.draft()
        .labels(app.labels())
        .with(
            "rules",
            Tree.list(
                Tree.rule("-", "configmaps", "get,list,watch"),
                Tree.rule("coordination.k8s.io", "leases", "create,get,update")));
  }

  static Map<String, Object> boundTo(Part part, Api role, String name, List<Object> subjects) {
    return part.draft()
        .with(
            "subjects",
            subjects,
            "roleRef",
            Tree.of("apiGroup", GROUP, "kind", role.kind().name(), "name", name));
  }

  static Map<String, Object> account(String namespace, String name) {
    return Tree.of("kind", "ServiceAccount", "name", name, "namespace", namespace);
  }

  static Map<String, Object> group(String name) {
    return Tree.of("apiGroup", GROUP, "kind", "Group", "name", name);
  }

  static Map<String, Object> user(String name) {
    return Tree.of("apiGroup", GROUP, "kind", "User", "name", name);
  }
}
