package io.kubilitics.model;

import org.jspecify.annotations.Nullable;

/// The identity of an object inside one cluster. A deleted and re-created object keeps its id; the
/// uid is an attribute. `""` is the namespace of cluster-scoped objects.
///
/// Text form: `Pod/shop/cart-1`, `Deployment.apps/shop/cart`, `Node/worker-1`. Inside a part `/`,
/// `%`, white space and control characters are percent-encoded (UTF-8), so the text never needs
/// quoting and splits without doubt.
public record ResourceId(Kind kind, String namespace, String name)
    implements Comparable<ResourceId> {
  public ResourceId {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a " + kind + " needs a name");
    }
  }

  public static ResourceId clusterScoped(Kind kind, String name) {
    return new ResourceId(kind, "", name);
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader when the text is no id
  public static ResourceId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty() || parts[0].startsWith(".")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no object id: write Kind/namespace/name or Kind/name");
    }
    Kind kind = Kind.parse(PercentText.decode(parts[0]));
    String name = PercentText.decode(parts[parts.length - 1]);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' is no object id: the name is empty");
    }
    return new ResourceId(kind, parts.length == 3 ? PercentText.decode(parts[1]) : "", name);
  }

  /// By kind, namespace, name: the order inside the program. Output is ordered by [#toString].
  @Override
  public int compareTo(ResourceId other) {
    int byKind = kind.equals(other.kind) ? 0 : kind.compareTo(other.kind);
    if (byKind != 0) {
      return byKind;
    }
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  /// What differs most is compared first.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ResourceId(Kind otherKind, String otherNamespace, String otherName)
            && name.equals(otherName)
            && namespace.equals(otherNamespace)
            && kind.equals(otherKind));
  }

  /// Kind, namespace and name hold cached hashes of strings: cheap, and asked for often.
  @Override
  public int hashCode() {
    return (kind.name().hashCode() * 31 + namespace.hashCode()) * 31 + name.hashCode();
  }

  /// The text form.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind.name().length() + name.length() + 24);
    PercentText.append(text, kind.name());
    if (!kind.group().isEmpty()) {
      text.append('.');
      PercentText.append(text, kind.group());
    }
    text.append('/');
    if (!namespace.isEmpty()) {
      PercentText.append(text, namespace);
      text.append('/');
    }
    PercentText.append(text, name);
    return text.toString();
  }
}
