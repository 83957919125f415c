package io.kubilitics.source.demo;

import java.util.Map;

/// Writes the ControllerRevision in which a StatefulSet or DaemonSet remembers its template.
final class ControllerHistory {
  private ControllerHistory() {}

  static Map<String, Object> of(Part part, App app, Identity owner, Map<String, Object> podSpec) {
    Map<String, Object> template =
        Tree.of("metadata", Tree.of("labels", app.labels()), "spec", podSpec, "$patch", "replace");
    return part.draft()
        .labels(app.labels())
        .label("controller.kubernetes.io/hash", part.name().substring(app.name().length() + 1))
        .owner(owner.asController())
        .with("data", Tree.of("spec", Tree.of("template", template)), "revision", 1);
  }
}
