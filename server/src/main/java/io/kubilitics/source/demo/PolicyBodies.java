package io.kubilitics.source.demo;

import io.kubilitics.source.demo.AppSpec.Trouble;
import java.util.List;
import java.util.Map;

/// Writes what scales, protects, guards and watches an app.
final class PolicyBodies {
  private static final int TARGET_PERCENT = 70;

  private PolicyBodies() {}

  static Map<String, Object> autoscaler(Part part, App app, Deployment deployment) {
    int now = deployment.pods().size();
    int load = Dice.of(app.seed(), "load/" + app.name(), deployment.desired()).between(35, 85);
    return part.draft()
        .labels(app.labels())
        .with(
            "spec",
            Tree.of(
                "scaleTargetRef",
                Tree.of("apiVersion", "apps/v1", "kind", "Deployment", "name", app.name()),
                "minReplicas",
                app.leastReplicas(),
                "maxReplicas",
                app.mostReplicas(),
                "metrics",
                Tree.list(
                    Tree.of(
                        "type",
                        "Resource",
                        "resource",
                        Tree.of(
                            "name",
                            "cpu",
                            "target",
                            Tree.of(
                                "type", "Utilization", "averageUtilization", TARGET_PERCENT))))),
            "status",
            Tree.of(
                "lastScaleTime",
                Tree.time(part.editedAt()),
                "currentReplicas",
                now,
                "desiredReplicas",
                deployment.desired(),
                "currentMetrics",
                Tree.list(
                    Tree.of(
                        "type",
                        "Resource",
                        "resource",
                        Tree.of(
                            "name",
                            "cpu",
                            "current",
                            Tree.of(
                                "averageValue",
                                load * app.profile().cpuMillis() / 100 + "m",
                                "averageUtilization",
                                load)))),
                "conditions",
                Tree.list(
                    Tree.condition(
                        "AbleToScale",
                        true,
                        "ReadyForNewScale",
                        "recommended size matches current size",
                        part.identity().createdAt()),
                    Tree.condition(
                        "ScalingActive",
                        true,
                        "ValidMetricFound",
                        "the HPA was able to successfully calculate a replica count from cpu"
                            + " resource utilization (percentage of request)",
                        part.identity().createdAt()),
                    Tree.condition(
                        "ScalingLimited",
                        false,
                        "DesiredWithinRange",
                        "the desired count is within the acceptable range",
                        part.identity().createdAt()))));
  }

  static Map<String, Object> budget(Part part, App app) {
    List<Pod> pods = app.workload().pods();
    int expected = app.expectedReplicas();
    boolean blocks = app.spec().trouble() == Trouble.BUDGET_BLOCKS;
    int desired = blocks ? expected : Math.max(0, expected - 1);
    int healthy = (int) pods.stream().filter(Pod::isReady).count();
    int allowed = Math.max(0, healthy - desired);
    return part.draft()
        .labels(app.labels())
        .generation(1)
        .with(
            "spec",
            Tree.of("maxUnavailable", blocks ? 0 : 1, "selector", Tree.matching(app.selector())),
            "status",
            Tree.of(
                "observedGeneration",
                1,
                "disruptionsAllowed",
                allowed,
                "currentHealthy",
                healthy,
                "desiredHealthy",
                desired,
                "expectedPods",
                expected,
                "conditions",
                Tree.list(
                    Tree.observed(
                        "DisruptionAllowed",
                        allowed > 0,
                        allowed > 0 ? "SufficientPods" : "InsufficientPods",
                        "",
                        1,
                        part.identity().createdAt()))));
  }

  /// Lets in the Pods of the product, the namespaces of the same environment that may call it, and
  /// the scrapers of the namespace `monitoring`.
  static Map<String, Object> wall(Part part, App app, String environment) {
    Map<String, Object> product =
        Tree.of(
            "podSelector",
            Tree.matching(Tree.of("app.kubernetes.io/part-of", app.spec().partOf())));
    Map<String, Object> neighbours =
        Tree.of(
            "namespaceSelector",
            Tree.of(
                "matchLabels",
                Tree.of("environment", environment),
                "matchExpressions",
                Tree.list(
                    Tree.of(
                        "key",
                        Space.CALLER_LABEL,
                        "operator",
                        "In",
                        "values",
                        Tree.list("true")))));
    Map<String, Object> scrapers =
        Tree.of(
            "namespaceSelector",
            Tree.matching(Tree.of("kubernetes.io/metadata.name", "monitoring")),
            "podSelector",
            Tree.matching(Tree.of("app.kubernetes.io/name", "prometheus")));
    Map<String, Object> dns =
        Tree.of(
            "namespaceSelector",
            Tree.matching(Tree.of("kubernetes.io/metadata.name", "kube-system")));
    return part.draft()
        .labels(app.labels())
        .with(
            "spec",
            Tree.of(
                "podSelector",
                Tree.matching(app.selector()),
                "policyTypes",
                Tree.list("Ingress", "Egress"),
                "ingress",
                Tree.list(
                    Tree.of("from", Tree.list(product, neighbours), "ports", ports("http")),
                    Tree.of("from", Tree.list(scrapers))),
                "egress",
                Tree.list(
                    Tree.of("to", Tree.list(dns)),
                    Tree.of(
                        "to",
                        Tree.list(
                            Tree.of(
                                "ipBlock",
                                Tree.of(
                                    "cidr",
                                    "10.0.0.0/8",
                                    "except",
                                    Tree.list("10.250.0.0/16"))))))));
  }

  private static List<Object> ports(String name) {
    return Tree.list(Tree.of("protocol", "TCP", "port", name));
  }

  static Map<String, Object> monitor(Part part, App app) {
    return part.draft()
        .labels(app.labels())
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "selector",
                Tree.matching(app.selector()),
                "namespaceSelector",
                Tree.of("matchNames", Tree.list(app.spec().namespace())),
                "endpoints",
                Tree.list(Tree.of("port", "metrics", "interval", "30s", "path", "/metrics"))));
  }
}
