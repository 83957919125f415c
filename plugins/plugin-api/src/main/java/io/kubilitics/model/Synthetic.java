package io.kubilitics.model;

/// Something objects refer to that is no object of the cluster. It is drawn while anything refers
/// to it.
///
/// @param namespace `""` unless the thing is known per namespace
public record Synthetic(Type type, String namespace, String name) {
  public enum Type {
    USER("User"),
    GROUP("Group"),
    HOST("Host"),
    CIDR("CIDR"),
    APP("App"),
    HELM_RELEASE("HelmRelease"),
    NAMESPACE_SET("Namespace-set"),
    /// Who a NetworkPolicy rule without peers lets in or out.
    EVERYONE("Everyone"),
    /// All members of one large selection.
    SELECTION("Selection");

    private final Kind kind;

    Type(String name) {
      kind = Kind.core(name);
    }

    public Kind kind() {
      return kind;
    }

    /// As written in JSON: `host`, `helm-release`.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public Synthetic(Type type, String name) {
    this(type, "", name);
  }

  public ResourceId id() {
    return new ResourceId(type.kind(), namespace, name);
  }
}
