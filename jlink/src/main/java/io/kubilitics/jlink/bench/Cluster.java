package io.kubilitics.jlink.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A made-up cluster as a folder of YAML files, ten objects each: one application with its pods.
final class Cluster {
  private static final int OBJECTS_OF_AN_APPLICATION = 10;
  private static final int PODS = 5;
  private static final int NAMESPACES = 20;

  private Cluster() {}

  static void write(Path folder, int objects) throws IOException {
    Files.createDirectories(folder);
    for (int app = 0; app < objects / OBJECTS_OF_AN_APPLICATION; app++) {
      Files.writeString(folder.resolve("app-" + app + ".yaml"), application(app));
    }
  }

  private static String application(int app) {
    String namespace = "team-" + app % NAMESPACES;
    String name = "app-" + app;
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: NAME, namespace: SPACE, uid: d-NAME, labels: {app: NAME}}
        spec:
          replicas: 5
          selector: {matchLabels: {app: NAME}}
          template:
            metadata: {labels: {app: NAME}}
            spec: {containers: [{name: main, image: "registry.example/NAME:1.0"}]}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: NAME-rs
          namespace: SPACE
          uid: r-NAME
          labels: {app: NAME}
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: NAME, uid: d-NAME, controller: true}]
        spec: {replicas: 5, selector: {matchLabels: {app: NAME}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: NAME, namespace: SPACE, uid: s-NAME}
        spec: {selector: {app: NAME}, ports: [{name: http, port: 80, targetPort: 8080}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: NAME, namespace: SPACE, uid: c-NAME}
        data: {mode: fast, size: "10"}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: NAME, namespace: SPACE, uid: e-NAME}
        data: {password: c2VjcmV0}
        """);
    for (int pod = 0; pod < PODS; pod++) {
      yaml.append(
          """
          ---
          apiVersion: v1
          kind: Pod
          metadata:
            name: NAME-POD
            namespace: SPACE
            uid: p-NAME-POD
            labels: {app: NAME, pod-template-hash: abc}
            ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: NAME-rs, uid: r-NAME, controller: true}]
          spec:
            nodeName: worker-POD
            containers:
              - name: main
                image: "registry.example/NAME:1.0"
                ports: [{name: http, containerPort: 8080}]
                envFrom: [{configMapRef: {name: NAME}}]
                env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: NAME, key: password}}}]
          status:
            phase: Running
            conditions: [{type: Ready, status: "True"}]
          """
              .replace("POD", Integer.toString(pod)));
    }
    return yaml.toString().replace("NAME", name).replace("SPACE", namespace);
  }
}
