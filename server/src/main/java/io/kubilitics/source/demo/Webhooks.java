package io.kubilitics.source.demo;

import java.util.Map;

/// Writes the webhooks that cert-manager brings.
final class Webhooks {
  private static final long AGE_SECONDS = 600L * 86_400;
  private static final String NAMESPACE = "cert-manager";

  private Webhooks() {}

  static Part mutating(Births births, String service) {
    return new Part(
        births.old(Api.MUTATING_WEBHOOK_CONFIGURATION, "", service, births.now() - AGE_SECONDS),
        part -> {
          Map<String, Object> hook = hook(service, "/mutate");
          hook.put("reinvocationPolicy", "Never");
          return part.draft().generation(1).with("webhooks", Tree.list(hook));
        });
  }

  static Part validating(Births births, String service) {
    return new Part(
        births.old(Api.VALIDATING_WEBHOOK_CONFIGURATION, "", service, births.now() - AGE_SECONDS),
        part -> part.draft().generation(1).with("webhooks", Tree.list(hook(service, "/validate"))));
  }

  private static Map<String, Object> hook(String service, String path) {
    return Tree.of(
        "name",
        "webhook.cert-manager.io",
        "clientConfig",
        Tree.of(
            "service", Tree.of("namespace", NAMESPACE, "name", service, "path", path, "port", 80)),
        "rules",
        Tree.list(
            Tree.of(
                "apiGroups",
                Tree.list("cert-manager.io"),
                "apiVersions",
                Tree.list("v1"),
                "operations",
                Tree.list("CREATE", "UPDATE"),
                "resources",
                Tree.list("*/*"),
                "scope",
                "*")),
        "failurePolicy",
        "Fail",
        "matchPolicy",
        "Equivalent",
        "namespaceSelector",
        Tree.of(
            "matchExpressions",
            Tree.list(
                Tree.of(
                    "key",
                    "kubernetes.io/metadata.name",
                    "operator",
                    "NotIn",
                    "values",
                    Tree.list(NAMESPACE)))),
        "sideEffects",
        "None",
        "admissionReviewVersions",
        Tree.list("v1"),
        "timeoutSeconds",
        30);
  }
}
