package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.KubeUser;
import io.kubilitics.testbed.kube.RequiresControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Objects come, change and go in a real cluster, and the map is the one that a dump of the cluster
/// gives.
@RequiresControlPlane
class LiveObjectsTest {
  private static final Path SHOP = Path.of("src", "test", "resources", "live", "shop.yaml");

  private LiveCluster live;

  @BeforeEach
  void open(ControlPlane plane) throws IOException {
    live = LiveCluster.open(plane, plane.kubeconfig(KubeUser.READER));
  }

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void objectsOfTheUsualKindsComeChangeAndGo(ControlPlane plane) throws Exception {
    String shop = Files.readString(SHOP);
    live.awaitTruth();

    plane.admin().apply(shop);
    live.awaitTruth();
    assertThat(live.edges())
        .anyMatch(edge -> edge.startsWith("Service/live-shop/cart selects Pod/live-shop/cart-1 "))
        .anyMatch(edge -> edge.startsWith("Pod/live-shop/cart-1 uses-secret Secret/live-shop/db "));

    String pod = "/api/v1/namespaces/live-shop/pods/cart-1";
    plane.admin().patch(pod, "{\"metadata\":{\"labels\":{\"app\":\"detached\"}}}");
    plane.admin()
        .patch(
            pod + "/status",
            """
            {"status":{"phase":"Running","conditions":[
              {"type":"Ready","status":"False","reason":"ContainersNotReady"}]}}""");
    plane.admin()
        .patch(
            "/api/v1/namespaces/live-shop/services/cart",
            "{\"spec\":{\"selector\":{\"app\":\"other\"}}}");
    live.awaitTruth();
    assertThat(live.edges())
        .noneMatch(edge -> edge.startsWith("Service/live-shop/cart selects Pod/live-shop/cart-1 "));

    plane.admin().delete(shop);
    for (String held :
        List.of(
            "/api/v1/namespaces/live-shop/persistentvolumeclaims/cart",
            "/api/v1/persistentvolumes/live-volume")) {
      live.awaitTruth();
      plane.admin().patch(held, "{\"metadata\":{\"finalizers\":null}}");
    }
    finalizeNamespace(plane, "live-shop");
    live.awaitTruth();
    assertThat(live.edges()).noneMatch(edge -> edge.contains("/live-shop/cart"));
  }

  @Test
  void namespacesAreCreatedLabelledAndDeleted(ControlPlane plane) throws Exception {
    plane.admin()
        .apply(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: live-from}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: live-to}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: client, namespace: live-from, labels: {app: client}}
            spec: {containers: [{name: main, image: client}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: live-to, labels: {app: api}}
            spec: {containers: [{name: main, image: api}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: only-friends, namespace: live-to}
            spec:
              podSelector: {matchLabels: {app: api}}
              ingress: [{from: [{namespaceSelector: {matchLabels: {friend: "yes"}}}]}]
            """);
    live.awaitTruth();
    List<String> before = live.edges();

    plane.admin().patch("/api/v1/namespaces/live-from", "{\"metadata\":{\"labels\":{\"friend\":\"yes\"}}}");
    live.awaitTruth();
    assertThat(live.edges()).isNotEqualTo(before);

    for (String name : List.of("live-from", "live-to")) {
      plane.admin().remove("/api/v1/namespaces/" + name + "/pods/" + (name.equals("live-to") ? "api" : "client"));
    }
    plane.admin().remove("/apis/networking.k8s.io/v1/namespaces/live-to/networkpolicies/only-friends");
    finalizeNamespace(plane, "live-from");
    finalizeNamespace(plane, "live-to");
    live.awaitTruth();
    assertThat(live.object("Namespace/live-from")).isEmpty();
  }

  @Test
  void anObjectStaysUntilItsLastFinalizerIsRemoved(ControlPlane plane) throws Exception {
    String map = "/api/v1/namespaces/default/configmaps/held";
    plane.admin()
        .apply(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: held, namespace: default, finalizers: [example.com/hold]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: holder, namespace: default}
            spec: {containers: [{name: main, image: x, envFrom: [{configMapRef: {name: held}}]}]}
            """);
    live.awaitTruth();
    String healthBefore = health("ConfigMap/default/held");

    plane.admin().remove(map);
    Eventually.holds(() -> assertThat(health("ConfigMap/default/held"))
                .as("the map shows that it is being deleted")
                .isNotEqualTo(healthBefore));
    live.awaitTruth();
    assertThat(live.edges())
        .anyMatch(edge -> edge.startsWith("Pod/default/holder uses-config ConfigMap/default/held <-"));

    plane.admin().patch(map, "{\"metadata\":{\"finalizers\":null}}");
    live.awaitNoObject("ConfigMap/default/held");
    live.awaitTruth();
    assertThat(live.edges())
        .anyMatch(
            edge -> edge.startsWith("Pod/default/holder uses-config ConfigMap/default/held missing "));
    plane.admin().remove("/api/v1/namespaces/default/pods/holder");
  }

  @Test
  void podsThatRunAndEndByThemselvesAreFollowed(ControlPlane plane) throws Exception {
    plane.startKwok();
    try {
      plane
          .admin()
          .apply(
              """
              apiVersion: v1
              kind: Node
              metadata: {name: live-kwok}
              ---
              apiVersion: v1
              kind: Pod
              metadata: {name: runner, namespace: default}
              spec: {nodeName: live-kwok, containers: [{name: main, image: x}]}
              """);
      Eventually.holds(() -> assertThat(health("Pod/default/runner")).contains("HEALTHY"));
      live.awaitTruth();
      assertThat(live.edges())
          .anyMatch(edge -> edge.startsWith("Pod/default/runner runs-on Node/live-kwok <-"));

      plane.admin().remove("/api/v1/namespaces/default/pods/runner");
      live.awaitNoObject("Pod/default/runner");
      plane.admin().remove("/api/v1/nodes/live-kwok");
      live.awaitTruth();
    } finally {
      plane.stopKwok();
    }
  }

  private String health(String id) {
    return live.object(id).map(node -> node.health().toString()).orElse("gone");
  }

  /// What the namespace controller does when nothing is left in a namespace.
  private static void finalizeNamespace(ControlPlane plane, String name)
      throws IOException, InterruptedException {
    String path = "/api/v1/namespaces/" + name;
    plane.admin().remove(path);
    ObjectNode namespace = (ObjectNode) plane.admin().get(path);
    namespace.putObject("spec").putArray("finalizers");
    plane.admin().put(path + "/finalize", namespace.toString());
  }
}
