package io.kubilitics.layout.drawing;

import java.nio.charset.StandardCharsets;

/// Short manifests of objects as a cluster has them.
final class Yaml {
  private Yaml() {}

  static String object(String apiVersion, String kind, String name, String rest) {
    return """
    apiVersion: %s
    kind: %s
    metadata:
      name: %s
      namespace: shop
      uid: %s
      creationTimestamp: "2026-11-08T10:00:00Z"
    %s
    """
        .formatted(apiVersion, kind, name, uid(kind, name), rest);
  }

  static String config(String name, int keys) {
    StringBuilder data = new StringBuilder("data:");
    for (int key = 0; key < keys; key++) {
      data.append("\n  key").append(key).append(": x");
    }
    return object("v1", "ConfigMap", name, keys == 0 ? "" : data.toString());
  }

  /// A Deployment whose Pods use a Secret of the name, when it is not `""`.
  static String deployment(String name, int wanted, int ready, String secret) {
    return object(
        "apps/v1",
        "Deployment",
        name,
        """
        spec:
          replicas: %d
          selector: {matchLabels: {app: %s}}
          template:
            metadata: {labels: {app: %s}}
            spec:
              containers:
              - {name: main, image: "registry.example.com/shop/%s:2.31.0"%s}
        status:
          observedGeneration: 1
          replicas: %d
          updatedReplicas: %d
          readyReplicas: %d
          availableReplicas: %d
          conditions:
          - {type: Available, status: "%s"}
          - {type: Progressing, status: "True", reason: NewReplicaSetAvailable}
        """
            .formatted(
                wanted,
                name,
                name,
                name,
                secret.isEmpty() ? "" : ", envFrom: [{secretRef: {name: " + secret + "}}]",
                wanted,
                wanted,
                ready,
                ready,
                wanted == ready ? "True" : "False"));
  }

  static String replicaSet(String deployment, int revision, int wanted) {
    String name = deployment + "-r" + revision;
    return """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: %s
      namespace: shop
      uid: %s
      creationTimestamp: "2026-11-08T10:00:%02dZ"
      annotations: {"deployment.kubernetes.io/revision": "%d"}
      ownerReferences:
      - {apiVersion: apps/v1, kind: Deployment, name: %s, uid: %s, controller: true}
    spec: {replicas: %d, selector: {matchLabels: {app: %s}}}
    status: {replicas: %d, readyReplicas: %d, availableReplicas: %d, observedGeneration: 1}
    """
        .formatted(
            name,
            uid("ReplicaSet", name),
            revision,
            revision,
            deployment,
            uid("Deployment", deployment),
            wanted,
            deployment,
            wanted,
            wanted,
            wanted);
  }

  /// @param status its whole status, in one line
  static String pod(String owner, String suffix, String metadata, String status) {
    String name = owner + "-" + suffix;
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: %s
      namespace: shop
      uid: %s
      creationTimestamp: "2026-11-08T10:01:00Z"
      labels: {app: %s}
      ownerReferences:
      - {apiVersion: apps/v1, kind: ReplicaSet, name: %s, uid: %s, controller: true}
    %s
    spec: {nodeName: worker-1, containers: [{name: main}]}
    status: %s
    """
        .formatted(
            name,
            uid("Pod", name),
            owner.substring(0, owner.indexOf("-")),
            owner,
            uid("ReplicaSet", owner),
            metadata.isEmpty() ? "" : metadata.indent(2).stripTrailing(),
            status);
  }

  static final String RUNNING =
      "{phase: Running, conditions: [{type: Ready, status: \"True\"}], containerStatuses: [{name:"
          + " main, ready: true, started: true, restartCount: 0, state: {running: {startedAt:"
          + " \"2026-11-08T10:02:00Z\"}}}]}";

  static final String CRASHING =
      "{phase: Running, conditions: [{type: Ready, status: \"False\"}], containerStatuses: [{name:"
          + " main, ready: false, restartCount: 7, state: {waiting: {reason: CrashLoopBackOff}},"
          + " lastState: {terminated: {exitCode: 137, reason: OOMKilled}}}]}";

  static final String SUCCEEDED = "{phase: Succeeded}";

  private static String uid(String kind, String name) {
    return java.util
        .UUID
        .nameUUIDFromBytes((kind + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
