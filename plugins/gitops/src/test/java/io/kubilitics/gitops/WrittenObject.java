package io.kubilitics.gitops;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.plugin.ObjectView;
import java.util.Map;

/// An object that a test wrote. Kinds whose name begins with `Cluster` are cluster-scoped.
final class WrittenObject extends WrittenField implements ObjectView {
  private final ResourceId id;

  WrittenObject(String id, Map<String, Object> fields) {
    super("", fields);
    this.id = ResourceId.parse(id);
  }

  @Override
  public ResourceId id() {
    return id;
  }

  @Override
  public String version() {
    return "v1";
  }

  @Override
  public Labels labels() {
    return Labels.of(texts("metadata.labels"));
  }

  @Override
  public Scope scopeOf(Kind kind) {
    return kind.name().startsWith("Cluster") ? Scope.CLUSTER : Scope.NAMESPACED;
  }

  @Override
  public Kind kindOf(String apiVersion, String name) {
    return new Kind(apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/'))), name);
  }
}
