package io.kubilitics.model;

import org.jspecify.annotations.Nullable;

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

    private final String kind;

    Type(String name) {
      kind = name;
    }

    /// The type whose nodes have this kind, or null: a kind of real objects.
    public static @Nullable Type of(Kind kind) {
      if (!kind.group().isEmpty()) {
        return null;
      }
      for (Type type : values()) {
        if (type.kind.equals(kind.name())) {
          return type;
        }
      }
      return null;
    }

    public Kind kind() {
      return Kind.core(kind);
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
