package io.kubilitics.testbed;

import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the kind that a CustomResourceDefinition defines.
final class FakeDefinition {
  static final Kind KIND = new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  private FakeDefinition() {}

  /// Empty for an object of another kind.
  static Optional<FakeKind> of(Kind kind, Map<String, Object> body) {
    if (!kind.equals(KIND)) {
      return Optional.empty();
    }
    Map<?, ?> spec = map(body, "spec");
    Map<?, ?> names = map(spec, "names");
    String group = text(spec, "group");
    List<String> versions = versions(spec);
    FakeKind defined =
        FakeKind.custom(
                text(names, "kind") + "." + group,
                versions.getFirst(),
                text(names, "plural"),
                text(spec, "scope").equals("Namespaced"))
            .withVersions(versions.toArray(String[]::new));
    return Optional.of(defined);
  }

  private static List<String> versions(Map<?, ?> spec) {
    List<String> served = new ArrayList<>();
    if (spec.get("versions") instanceof List<?> versions) {
      for (Object version : versions) {
        if (version instanceof Map<?, ?> one && !Boolean.FALSE.equals(one.get("served"))) {
          served.add(text(one, "name"));
        }
      }
    }
    if (served.isEmpty()) {
      throw new IllegalArgumentException("a CustomResourceDefinition needs a version: " + spec);
    }
    return served;
  }

  private static Map<?, ?> map(Map<?, ?> tree, String field) {
    if (tree.get(field) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("a CustomResourceDefinition needs " + field + ": " + tree);
  }

  private static String text(Map<?, ?> tree, String field) {
    if (tree.get(field) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a CustomResourceDefinition needs " + field + ": " + tree);
  }
}
