package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.field.FieldText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Table columns, as kubectl prints them.
class ColumnsTest {
  private static String column(String name, String yaml) {
    String text = Extracted.yaml(yaml).only().features().get(name);
    return text == null ? "" : text;
  }

  private static String pod(String status) {
    return column(
        "Status",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec: {initContainers: [{name: wait}, {name: mesh, restartPolicy: Always}], containers: [{name: web}]}
        status: %s
        """
            .formatted(status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{phase: Pending} | Pending",
        "{phase: Running, containerStatuses: [{ready: true, state: {running: {}}}]} | Running",
        "{phase: Running, containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff}}}]}"
            + " | CrashLoopBackOff",
        "{phase: Succeeded, containerStatuses: [{state: {terminated: {exitCode: 0, reason:"
            + " Completed}}}]} | Completed",
        "{phase: Running, containerStatuses: [{state: {terminated: {exitCode: 0, reason:"
            + " Completed}}}, {ready: true, state: {running: {}}}]} | NotReady",
        "{phase: Failed, containerStatuses: [{state: {terminated: {exitCode: 137, signal: 9}}}]}"
            + " | Signal:9",
        "{phase: Failed, containerStatuses: [{state: {terminated: {exitCode: 3}}}]} | ExitCode:3",
        "{phase: Failed, reason: Evicted} | Evicted",
        "{phase: Pending, initContainerStatuses: [{name: wait, state: {running: {}}}]} | Init:0/2",
        "{phase: Pending, initContainerStatuses: [{name: wait, state: {terminated: {exitCode: 0}}},"
            + " {name: mesh, state: {waiting: {reason: PodInitializing}}}]} | Init:1/2",
        "{phase: Pending, initContainerStatuses: [{name: wait, state: {waiting: {reason:"
            + " CrashLoopBackOff}}}]} | Init:CrashLoopBackOff",
        "{phase: Running, initContainerStatuses: [{name: wait, state: {terminated: {exitCode: 0}}},"
            + " {name: mesh, started: true, state: {running: {}}}]} | Running",
        "{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason:"
            + " SchedulingGated}]} | SchedulingGated"
      })
  void aPodsStatusIsWhatHoldsItUp(String status, String shown) {
    assertThat(pod(status)).isEqualTo(shown);
  }

  @Test
  void whatIsOnItsWayOutSaysSo() {
    String gone = "deletionTimestamp: \"2026-01-01T00:00:00Z\"";
    assertThat(
            column(
                "Status",
                "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b, "
                    + gone
                    + "},"
                    + " status: {phase: Running}}"))
        .isEqualTo("Terminating");
    assertThat(
            column(
                "Status",
                "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b, "
                    + gone
                    + "},"
                    + " status: {phase: Succeeded}}"))
        .isEqualTo("Succeeded");
    assertThat(
            column(
                "Status",
                "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a, namespace: b, "
                    + gone
                    + "}, status: {phase: Bound}}"))
        .isEqualTo("Terminating");
  }

  @Test
  void aServiceShowsItsPortsAndWhereItIsReached() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {type: LoadBalancer, ports: [{port: 80, nodePort: 30080}, {port: 53, protocol: UDP}]}
        status: {loadBalancer: {ingress: [{hostname: lb.example.com}]}}
        """;
    assertThat(column("Port(s)", service)).isEqualTo("80:30080/TCP,53/UDP");
    assertThat(column("External-IP", service)).isEqualTo("lb.example.com");
  }

  @Test
  void aNodeShowsItsRolesAndWhetherItTakesPods() {
    String node =
        """
        apiVersion: v1
        kind: Node
        metadata: {name: n, labels: {node-role.kubernetes.io/worker: "", node-role.kubernetes.io/control-plane: ""}}
        spec: {unschedulable: true}
        status: {conditions: [{type: Ready, status: "True"}]}
        """;
    assertThat(column("Status", node)).isEqualTo("Ready,SchedulingDisabled");
    assertThat(column("Roles", node)).isEqualTo("control-plane,worker");
    assertThat(column("Status", "{apiVersion: v1, kind: Node, metadata: {name: n}}"))
        .isEqualTo("Unknown");
  }

  @Test
  void dataIsCountedAlsoWhereItIsSecret() {
    assertThat(
            column(
                "Data",
                "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: b},"
                    + " data: {user: eA==, password: eA==}}"))
        .isEqualTo("2");
    assertThat(
            column(
                "Data",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b},"
                    + " data: {one: x}, binaryData: {two: eA==}}"))
        .isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | PersistentVolume | spec: {accessModes: [ReadWriteOnce, ReadOnlyMany]}"
            + " | Access Modes | RWO,ROX",
        "v1 | PersistentVolume | spec: {claimRef: {namespace: shop, name: data}} | Claim"
            + " | shop/data",
        "v1 | Endpoints | subsets: [{addresses: [{ip: 1.1.1.1}, {ip: 1.1.1.2}, {ip: 1.1.1.3}, {ip:"
            + " 1.1.1.4}]}] | Endpoints | 1.1.1.1,1.1.1.2,1.1.1.3 + 1 more...",
        "v1 | ResourceQuota | status: {hard: {pods: 9, limits.cpu: 2}, used: {pods: 3}} | Request"
            + " | pods: 3/9",
        "v1 | ResourceQuota | status: {hard: {pods: 9, limits.cpu: 2}, used: {pods: 3}} | Limit"
            + " | limits.cpu: 0/2",
        "batch/v1 | Job | status: {conditions: [{type: Failed, status: 'True'}]} | Status | Failed",
        "batch/v1 | Job | status: {} | Status | Running",
        "networking.k8s.io/v1 | Ingress | spec: {tls: [{}]} | Ports | 80, 443",
        "networking.k8s.io/v1 | Ingress | spec: {} | Ports | 80",
        "networking.k8s.io/v1 | NetworkPolicy | spec: {podSelector: {matchLabels: {app: web}}}"
            + " | Pod-Selector | app=web",
        "networking.k8s.io/v1 | NetworkPolicy | spec: {podSelector: {}} | Pod-Selector | ''",
        "apiregistration.k8s.io/v1 | APIService | spec: {} | Service | Local",
        "apiregistration.k8s.io/v1 | APIService | status: {conditions: [{type: Available, status:"
            + " 'False'}]} | Available | False",
        "resource.k8s.io/v1 | ResourceClaim | status: {allocation: {devices: {}}, reservedFor:"
            + " [{name: a}]} | State | allocated,reserved",
        "resource.k8s.io/v1 | ResourceClaim | spec: {} | State | pending",
        "apps/v1 | DaemonSet | spec: {template: {spec: {nodeSelector: {os: linux, a: b}}}}"
            + " | Node Selector | 'a=b,os=linux'"
      })
  void aColumnSaysWhatKubectlSays(
      String apiVersion, String kind, String rest, String name, String shown) {
    assertThat(
            column(
                name,
                "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: b}\n%s\n"
                    .formatted(apiVersion, kind, rest)))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{count}",
        "{a.b c}",
        "{each a.b {c}}",
        "{each a.b: {c}",
        "{count a = }",
        "{count a = b c}",
        "{condition}",
        "{after :}",
        "{sum a b}"
      })
  void aTextThatMakesNoSenseIsRefused(String text) {
    assertThatThrownBy(() -> FieldText.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
