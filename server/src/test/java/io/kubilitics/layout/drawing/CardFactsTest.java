package io.kubilitics.layout.drawing;

import static io.kubilitics.layout.drawing.Yaml.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The second line of a card.
class CardFactsTest {
  private static final String SERVICE =
      object("v1", "Service", "web", "spec: {selector: {app: web}, ports: [{port: 80}]}");

  private static String slice(String endpoints) {
    return object(
            "discovery.k8s.io/v1", "EndpointSlice", "web-1", "addressType: IPv4\n" + endpoints)
        .replace(
            "  namespace: shop", "  namespace: shop\n  labels: {kubernetes.io/service-name: web}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1                        | ConfigMap               | data: {a: x, b: y}                                     | ConfigMap · 2 keys
          v1                        | ConfigMap               | data: {a: x}                                           | ConfigMap · 1 key
          v1                        | Secret                  | type: kubernetes.io/tls                                | Secret · TLS
          v1                        | Secret                  | stringData: {a: x, b: y, c: z}                         | Secret · 3 keys
          v1                        | ServiceAccount          |                                                        | ServiceAccount
          v1                        | Service                 | spec: {ports: [{port: 80}], clusterIP: 10.0.0.1}       | Service :80
          v1                        | Service                 | spec: {ports: [{port: 80}, {port: 443}]}               | Service :80 …
          v1                        | Service                 | spec: {clusterIP: None, ports: [{port: 5432}]}         | Service · headless
          v1                        | Service                 | spec: {type: ExternalName, externalName: db.io}        | Service · db.io
          v1                        | PersistentVolumeClaim   | {spec: {volumeName: pvc-0000-7b31}, status: {phase: Bound, capacity: {storage: 20Gi}}} | PVC 20Gi · pv 7b31
          networking.k8s.io/v1      | Ingress                 | {spec: {rules: [{host: a.io}, {host: b.io}, {host: c.io}]}} | Ingress · 3 hosts
          networking.k8s.io/v1      | Ingress                 | {spec: {rules: [{host: a.io}]}}                        | Ingress · a.io
          networking.k8s.io/v1      | NetworkPolicy           | spec: {podSelector: {matchLabels: {app: x}}}           | NetPol
          policy/v1                 | PodDisruptionBudget     | {spec: {minAvailable: 1}, status: {disruptionsAllowed: 2, currentHealthy: 3, desiredHealthy: 1, expectedPods: 3}} | PDB · 2 allowed
          autoscaling/v2            | HorizontalPodAutoscaler | {spec: {minReplicas: 3, maxReplicas: 12, scaleTargetRef: {kind: Deployment, name: x, apiVersion: apps/v1}}, status: {currentReplicas: 6, conditions: [{type: AbleToScale, status: "True"}, {type: ScalingActive, status: "True"}]}} | HPA · 3 – 12, now 6
          rbac.authorization.k8s.io/v1 | RoleBinding          | roleRef: {kind: ClusterRole, name: edit, apiGroup: rbac.authorization.k8s.io} | RoleBinding · edit
          cert-manager.io/v1        | Certificate             | {spec: {secretName: x}, status: {notAfter: "2027-01-30T10:00:00Z", conditions: [{type: Ready, status: "True"}]}} | Certificate · 71 d
          batch/v1                  | CronJob                 | {spec: {schedule: "0 2 * * *"}, status: {lastScheduleTime: "2026-11-20T02:00:00Z"}} | CronJob · last 8 h
          acme.io/v1                | Widget                  | {status: {conditions: [{type: Ready, status: "True"}]}} | Widget · 12 d
          """)
  void whatIsWellSaysWhatItIs(String apiVersion, String kind, String rest, String fact) {
    String fields = rest == null ? "" : rest.startsWith("{") ? unbraced(rest) : rest;
    World world = World.of(object(apiVersion, kind, "it", fields));
    Card card =
        new Drawn(world.region(Level.DETAIL))
            .cards()
            .filter(it -> it.id().kind().name().equals(kind))
            .findFirst()
            .orElseThrow();

    assertThat(card.fact().full()).isEqualTo(fact);
    assertThat(card.alarm()).isFalse();
  }

  /// The fields of an object in braces, as top-level lines.
  private static String unbraced(String flow) {
    String inner = flow.substring(1, flow.length() - 1);
    StringBuilder lines = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < inner.length(); at++) {
      char letter = inner.charAt(at);
      depth += letter == '{' || letter == '[' ? 1 : letter == '}' || letter == ']' ? -1 : 0;
      lines.append(letter == ',' && depth == 0 ? '\n' : letter);
    }
    return lines.toString().replace("\n ", "\n");
  }

  @Test
  void aServiceSaysHowManyOfItsEndpointsAreReady() {
    World world =
        World.of(
            SERVICE,
            slice(
                """
                endpoints:
                - {addresses: [10.0.0.1], conditions: {ready: true}}
                - {addresses: [10.0.0.2], conditions: {ready: false}}
                - {addresses: [10.0.0.3], conditions: {ready: true}}
                """));

    Card card = new Drawn(world.region(Level.DETAIL)).card("Service/shop/web");
    assertThat(card.fact().full()).isEqualTo("Service :80 · 2/3");
    assertThat(card.folded()).isEqualTo(1);
  }

  @Test
  void whatIsIllSaysWhyInstead() {
    World world = World.of(SERVICE, slice("endpoints: []"));

    Card card = new Drawn(world.region(Level.DETAIL)).card("Service/shop/web");
    assertThat(card.look()).isEqualTo(Look.FAILED);
    assertThat(card.alarm()).isTrue();
    assertThat(card.fact().text()).isEqualTo("No endpoint");
    assertThat(card.fact().full()).isEqualTo("No endpoint: Its selector matches no Pod.");
  }

  @Test
  void aKindWhoseNameLeavesNoRoomStandsAlone() {
    World world =
        World.of(
            object(
                    "rbac.authorization.k8s.io/v1",
                    "ClusterRoleBinding",
                    "it",
                    "roleRef: {kind: ClusterRole, name: cluster-admin, apiGroup:"
                        + " rbac.authorization.k8s.io}")
                .replace("  namespace: shop\n", ""));

    Card card =
        new Drawn(world.region(Level.DETAIL))
            .card("ClusterRoleBinding.rbac.authorization.k8s.io/it");
    assertThat(card.fact().text()).isEqualTo("ClusterRoleBinding");
    assertThat(card.fact().full()).isEqualTo("ClusterRoleBinding · cluster-admin");
  }

  @Test
  void otherLevelsHaveNoSecondLine() {
    World world = World.of(object("v1", "ConfigMap", "it", "data: {a: x}"));

    assertThat(new Drawn(world.region(Level.CARDS)).card("ConfigMap/shop/it").fact().text())
        .isEmpty();
  }
}
