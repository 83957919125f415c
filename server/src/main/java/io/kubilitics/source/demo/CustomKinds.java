package io.kubilitics.source.demo;

import java.util.Locale;
import java.util.Map;

/// Writes CustomResourceDefinitions, with a schema that lets everything through.
final class CustomKinds {
  private CustomKinds() {}

  static Map<String, Object> of(Part part, Api api, String plural) {
    String kind = api.kind().name();
    Map<String, Object> names =
        Tree.of(
            "plural",
            plural,
            "singular",
            kind.toLowerCase(Locale.ROOT),
            "kind",
            kind,
            "listKind",
            kind + "List");
    long since = part.identity().createdAt();
    Draft draft = part.draft().generation(1);
    if (api.kind().group().endsWith(".k8s.io")) {
      draft.annotation(
          "api-approved.kubernetes.io", "https://github.com/kubernetes-sigs/gateway-api/pull/3328");
    }
    return draft.with(
        "spec",
        Tree.of(
            "group",
            api.kind().group(),
            "names",
            names,
            "scope",
            api.isNamespaced() ? "Namespaced" : "Cluster",
            "versions",
            Tree.list(
                Tree.of(
                    "name",
                    api.version(),
                    "served",
                    true,
                    "storage",
                    true,
                    "schema",
                    Tree.of(
                        "openAPIV3Schema",
                        Tree.of("type", "object", "x-kubernetes-preserve-unknown-fields", true)),
                    "subresources",
                    Tree.of("status", Tree.of()))),
            "conversion",
            Tree.of("strategy", "None")),
        "status",
        Tree.of(
            "conditions",
            Tree.list(
                Tree.condition("NamesAccepted", true, "NoConflicts", "no conflicts found", since),
                Tree.condition(
                    "Established",
                    true,
                    "InitialNamesAccepted",
                    "the initial names have been accepted",
                    since)),
            "acceptedNames",
            names,
            "storedVersions",
            Tree.list(api.version())));
  }
}
