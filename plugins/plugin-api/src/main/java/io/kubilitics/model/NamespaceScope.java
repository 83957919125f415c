package io.kubilitics.model;

/// The namespaces in which a selection looks.
public sealed interface NamespaceScope {
  /// Cluster-scoped objects.
  NamespaceScope CLUSTER = new In("");

  NamespaceScope EVERYWHERE = new Everywhere();

  /// The label with its name that every namespace has.
  String NAME_LABEL = "kubernetes.io/metadata.name";

  /// The namespaces a selector matches; all of them when it asks for nothing.
  static NamespaceScope matching(LabelSelector namespaces) {
    return namespaces.isEverything() ? EVERYWHERE : new Matching(namespaces);
  }

  /// One namespace, `""` for cluster-scoped objects.
  record In(String namespace) implements NamespaceScope {}

  /// All namespaces.
  record Everywhere() implements NamespaceScope {}

  /// The namespaces whose labels match. `kubernetes.io/metadata.name` is on every namespace, also
  /// on one of which only the objects are known.
  record Matching(LabelSelector namespaces) implements NamespaceScope {}
}
