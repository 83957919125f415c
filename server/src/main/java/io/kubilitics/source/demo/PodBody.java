package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a Pod: its template, what admission and scheduler added, and its status.
final class PodBody {
  private static final String TOKEN_MOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

  private PodBody() {}

  static Map<String, Object> of(Pod pod) {
    PodOwner owner = pod.owner();
    return Draft.of(pod.identity())
        .generateName(
            owner.identity().api() == Api.STATEFUL_SET ? null : owner.identity().name() + "-")
        .labels(pod.app().labels())
        .labels(owner.podLabels(pod))
        .annotation("prometheus.io/scrape", "true")
        .owner(owner.identity().asController())
        .with("spec", spec(pod), "status", PodStatus.of(pod));
  }

  private static Map<String, Object> spec(Pod pod) {
    Map<String, Object> template = pod.owner().podSpec();
    Node node = pod.node();
    String token = "kube-api-access-" + Dice.of(pod.identity().uidLow(), "token").letters(5);
    Map<String, Object> spec = Tree.of("volumes", volumes(pod, template, token));
    spec.put("containers", withTokens(containers(template), token));
    template.forEach(spec::putIfAbsent);
    if (pod.owner() instanceof StatefulSet) {
      spec.put("hostname", pod.name());
      spec.put("subdomain", StatefulSet.headlessName(pod.app().spec()));
    }
    if (node != null) {
      spec.put("nodeName", node.name());
    }
    if (pod.owner() instanceof DaemonSet && node != null) {
      spec.put("affinity", pinnedTo(node));
    }
    spec.putIfAbsent("tolerations", tolerations());
    spec.put("priority", priority(spec.get("priorityClassName")));
    spec.put("enableServiceLinks", true);
    spec.put("preemptionPolicy", "PreemptLowerPriority");
    return spec;
  }

  /// What admission looks up in the class.
  private static int priority(@Nullable Object className) {
    if (className == null) {
      return 0;
    }
    return className.equals(ClusterFixtures.NODE_CRITICAL)
        ? ClusterFixtures.NODE_CRITICAL_VALUE
        : ClusterFixtures.CLUSTER_CRITICAL_VALUE;
  }

  @SuppressWarnings("unchecked") // the template was written by PodTemplate
  private static List<Map<String, Object>> containers(Map<String, Object> template) {
    return (List<Map<String, Object>>) template.getOrDefault("containers", List.of());
  }

  private static List<Object> withTokens(List<Map<String, Object>> containers, String token) {
    List<Object> all = Tree.list();
    for (Map<String, Object> container : containers) {
      List<Object> mounts =
          container.get("volumeMounts") instanceof List<?> own ? Tree.list(own) : Tree.list();
      mounts.add(Tree.of("name", token, "mountPath", TOKEN_MOUNT, "readOnly", true));
      all.add(Tree.joined(container, Tree.of("volumeMounts", mounts)));
    }
    return all;
  }

  private static List<Object> volumes(Pod pod, Map<String, Object> template, String token) {
    List<Object> volumes =
        template.get("volumes") instanceof List<?> own ? Tree.list(own) : Tree.list();
    if (pod.owner() instanceof StatefulSet set) {
      volumes.add(
          Tree.of(
              "name",
              "data",
              "persistentVolumeClaim",
              Tree.of("claimName", set.claimName(pod.ordinal()))));
    }
    volumes.add(
        Tree.of(
            "name",
            token,
            "projected",
            Tree.of(
                "defaultMode",
                420,
                "sources",
                Tree.list(
                    Tree.of(
                        "serviceAccountToken", Tree.of("expirationSeconds", 3607, "path", "token")),
                    Tree.of(
                        "configMap",
                        Tree.of(
                            "name",
                            Space.ROOT_CERTIFICATE,
                            "items",
                            Tree.list(Tree.of("key", "ca.crt", "path", "ca.crt")))),
                    Tree.of(
                        "downwardAPI",
                        Tree.of(
                            "items",
                            Tree.list(
                                Tree.of(
                                    "path",
                                    "namespace",
                                    "fieldRef",
                                    Tree.of(
                                        "apiVersion",
                                        "v1",
                                        "fieldPath",
                                        "metadata.namespace")))))))));
    return volumes;
  }

  private static Map<String, Object> pinnedTo(Node node) {
    return Tree.of(
        "nodeAffinity",
        Tree.of(
            "requiredDuringSchedulingIgnoredDuringExecution",
            Tree.of(
                "nodeSelectorTerms",
                Tree.list(
                    Tree.of(
                        "matchFields",
                        Tree.list(
                            Tree.of(
                                "key",
                                "metadata.name",
                                "operator",
                                "In",
                                "values",
                                Tree.list(node.name()))))))));
  }

  private static List<Object> tolerations() {
    return Tree.list(tolerated("not-ready"), tolerated("unreachable"));
  }

  private static Map<String, Object> tolerated(String condition) {
    return Tree.of(
        "key",
        "node.kubernetes.io/" + condition,
        "operator",
        "Exists",
        "effect",
        "NoExecute",
        "tolerationSeconds",
        300);
  }

  /// Whether containers were started at least once.
  static boolean hasRun(Stage stage) {
    return switch (stage) {
      case UNSCHEDULABLE, CREATING, NO_SUCH_IMAGE, CONFIG_ERROR -> false;
      case STARTING, READY, CRASHING, OUT_OF_MEMORY, SUCCEEDED, FAILED -> true;
    };
  }
}
