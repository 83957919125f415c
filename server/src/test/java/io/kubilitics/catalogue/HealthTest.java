package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Health;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How objects are, from their own fields.
class HealthTest {
  private static Health health(String apiVersion, String kind, String fields) {
    return Extracted.yaml(
            "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: shop, generation: 2}\n%s"
                .formatted(apiVersion, kind, fields))
        .only()
        .health();
  }

  private static String text(Health health) {
    return (health.status().text() + " " + health.reason() + ": " + health.message())
        .replace(" : ", " ")
        .strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | unknown",
        "{phase: Succeeded} | healthy",
        "{phase: Failed, reason: Evicted, message: The node was low on memory.}"
            + " | failed Evicted: The node was low on memory.",
        "{phase: Failed, containerStatuses: [{name: c, state: {terminated: {exitCode: 1, reason:"
            + " Error}}}]} | failed Error: Container c ended with exit code 1 (Error).",
        "{phase: Running, conditions: [{type: Ready, status: 'True'}]} | healthy",
        "{phase: Running, conditions: [{type: Ready, status: 'False', reason: ContainersNotReady}]}"
            + " | degraded ContainersNotReady:",
        "{phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name:"
            + " c, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode:"
            + " 137, reason: OOMKilled}}}]} | failed CrashLoopBackOff: Container c ended with exit"
            + " code 137 (OOMKilled).",
        "{phase: Pending, containerStatuses: [{name: c, state: {waiting: {reason: ImagePullBackOff,"
            + " message: no such image}}}]} | failed ImagePullBackOff: no such image",
        "{phase: Pending, containerStatuses: [{name: c, state: {waiting: {reason:"
            + " ContainerCreating}}}]} | progressing ContainerCreating:",
        "{phase: Pending, initContainerStatuses: [{name: i, state: {waiting: {reason:"
            + " CreateContainerConfigError, message: no secret}}}], containerStatuses: [{name: c,"
            + " state: {waiting: {reason: PodInitializing}}}]} | failed CreateContainerConfigError:"
            + " no secret",
        "{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable,"
            + " message: 0/3 nodes are available}]} | degraded Unschedulable: 0/3 nodes are"
            + " available",
        "{phase: Pending} | progressing Pending:",
        "{phase: Unknown, reason: NodeLost} | unknown NodeLost: Its node has not been heard of.",
        "{phase: Running, conditions: [{type: Ready, status: 'True'}], initContainerStatuses:"
            + " [{name: i, state: {terminated: {exitCode: 0}}}]} | healthy"
      })
  void aPodIsAsItsContainersAre(String status, String expected) {
    assertThat(text(health("v1", "Pod", "status: " + status))).isEqualTo(expected);
  }

  @Test
  void whatIsBeingDeletedIsGoing() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: a, deletionTimestamp: "2026-11-20T10:00:00Z"}
                    status: {phase: Running, conditions: [{type: Ready, status: "False"}]}
                    """)
                .only()
                .health()
                .at(Instant.parse("2026-11-20T09:59:59Z")))
        .extracting(Health::status, Health::reason)
        .containsExactly(Health.Status.PROGRESSING, "Terminating");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | {} | unknown",
        "{paused: true} | {replicas: 1} | suspended Paused: Its rollout is paused. 0 of 1 are available.",
        "{} | {observedGeneration: 1, replicas: 1} | progressing The latest change has not been"
            + " looked at yet.",
        "{replicas: 0} | {observedGeneration: 2} | suspended ScaledToZero: It is scaled to no"
            + " replicas.",
        "{replicas: 2} | {replicas: 2, updatedReplicas: 2, availableReplicas: 2} | healthy",
        "{replicas: 2} | {replicas: 3, updatedReplicas: 1, availableReplicas: 2} | progressing"
            + " RollingOut: 1 of 2 are up to date.",
        "{replicas: 2} | {replicas: 3, updatedReplicas: 2, availableReplicas: 2} | progressing"
            + " RollingOut: Pods of the old revision that are left: 1.",
        "{replicas: 2} | {replicas: 2, updatedReplicas: 2, availableReplicas: 1} | degraded"
            + " PartlyAvailable: 1 of 2 are available.",
        "{replicas: 2} | {replicas: 2, updatedReplicas: 2} | failed Unavailable: None of 2 is"
            + " available.",
        "{replicas: 2} | {replicas: 2, updatedReplicas: 2, conditions: [{type: Progressing, status:"
            + " 'True', reason: ReplicaSetUpdated}]} | progressing RollingOut: 0 of 2 are"
            + " available.",
        "{replicas: 2} | {replicas: 3, updatedReplicas: 1, availableReplicas: 2, conditions: [{type:"
            + " Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: late}]} |"
            + " degraded ProgressDeadlineExceeded: late",
        "{replicas: 2} | {replicas: 1, updatedReplicas: 1, conditions: [{type: Progressing, status:"
            + " 'False', reason: ProgressDeadlineExceeded, message: late}]} | failed"
            + " ProgressDeadlineExceeded: late",
        "{replicas: 2} | {conditions: [{type: ReplicaFailure, status: 'True', reason: FailedCreate,"
            + " message: quota}]} | failed FailedCreate: quota"
      })
  void aDeploymentThatStillServesIsNotFailed(String spec, String status, String expected) {
    assertThat(
            text(health("apps/v1", "Deployment", "spec: %s\nstatus: %s".formatted(spec, status))))
        .isEqualTo(expected);
  }

  @Test
  void anOldRevisionIsWellAndASetScaledToZeroIsSuspended() {
    String set =
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: a, ownerReferences: [%s]}
        spec: {replicas: 0}
        status: {replicas: 0}
        """;

    assertThat(
            Extracted.yaml(
                    set.formatted(
                        "{apiVersion: apps/v1, kind: Deployment, name: d, controller: true}"))
                .only()
                .health())
        .isEqualTo(Health.HEALTHY);
    assertThat(Extracted.yaml(set.formatted("")).only().health().reason())
        .isEqualTo("ScaledToZero");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "apps/v1 | ReplicaSet | {spec: {replicas: 2}, status: {replicas: 2, availableReplicas: 2}}"
            + " | healthy",
        "apps/v1 | ReplicaSet | {spec: {replicas: 2}, status: {replicas: 2, availableReplicas: 1}}"
            + " | degraded PartlyAvailable: 1 of 2 are available.",
        "apps/v1 | ReplicaSet | {spec: {replicas: 2}, status: {replicas: 1}}"
            + " | progressing Scaling: 1 of 2 have been created.",
        "apps/v1 | StatefulSet | {spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 2}}"
            + " | healthy",
        "apps/v1 | StatefulSet | {spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 1}}"
            + " | degraded PartlyAvailable: 1 of 2 are available.",
        "apps/v1 | StatefulSet | {spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 2,"
            + " currentRevision: a, updateRevision: b, updatedReplicas: 1}}"
            + " | progressing RollingOut: 1 of 2 are up to date.",
        "apps/v1 | StatefulSet | {spec: {replicas: 2, updateStrategy: {rollingUpdate: {partition:"
            + " 1}}}, status: {replicas: 2, readyReplicas: 2, currentRevision: a, updateRevision: b,"
            + " updatedReplicas: 1}} | healthy",
        "apps/v1 | DaemonSet | {status: {desiredNumberScheduled: 0}} | healthy",
        "apps/v1 | DaemonSet | {status: {desiredNumberScheduled: 2, updatedNumberScheduled: 2,"
            + " numberAvailable: 1}} | degraded PartlyAvailable: 1 of 2 are available.",
        "apps/v1 | DaemonSet | {status: {desiredNumberScheduled: 2, updatedNumberScheduled: 1,"
            + " numberAvailable: 2}} | progressing RollingOut: 1 of 2 are up to date.",
        "batch/v1 | Job | {status: {failed: 1, succeeded: 1, conditions: [{type: Complete, status:"
            + " 'True'}]}} | healthy",
        "batch/v1 | Job | {status: {failed: 7, conditions: [{type: Failed, status: 'True', reason:"
            + " BackoffLimitExceeded, message: too often}]}}"
            + " | failed BackoffLimitExceeded: too often",
        "batch/v1 | Job | {spec: {backoffLimit: 2}, status: {active: 1, failed: 1}}"
            + " | progressing Running: 1 of at most 3 tries have failed.",
        "batch/v1 | Job | {spec: {suspend: true}, status: {startTime: x}}"
            + " | suspended Suspended: It is suspended.",
        "batch/v1 | CronJob | {spec: {suspend: true}} | unknown",
        "batch/v1 | CronJob | {spec: {suspend: true}, status: {lastScheduleTime: x}}"
            + " | suspended Suspended: Its schedule is suspended.",
        "batch/v1 | CronJob | {status: {lastScheduleTime: x}} | healthy",
        "v1 | Node | {status: {conditions: [{type: Ready, status: 'True'}]}} | healthy",
        "v1 | Node | {status: {conditions: [{type: Ready, status: Unknown, reason:"
            + " NodeStatusUnknown, message: silent}]}} | failed NodeStatusUnknown: silent",
        "v1 | Node | {status: {conditions: [{type: DiskPressure, status: 'True', message: full},"
            + " {type: Ready, status: 'True'}]}} | degraded DiskPressure: full",
        "v1 | Node | {spec: {unschedulable: true}, status: {conditions: [{type: Ready, status:"
            + " 'True'}]}} | suspended Cordoned: It takes no new Pods.",
        "v1 | Node | {} | unknown",
        "v1 | PersistentVolumeClaim | {status: {phase: Bound}} | healthy",
        "v1 | PersistentVolumeClaim | {status: {phase: Pending}} | progressing Pending: It is not bound to a volume yet.",
        "v1 | PersistentVolumeClaim | {status: {phase: Lost}}"
            + " | failed Lost: Its volume does not exist any more.",
        "v1 | PersistentVolume | {status: {phase: Released}}"
            + " | degraded Released: Its claim is gone, and nobody has taken it back.",
        "v1 | PersistentVolume | {status: {phase: Failed, message: no}} | failed Failed: no",
        "v1 | Namespace | {status: {phase: Active}} | healthy",
        "v1 | Namespace | {status: {phase: Terminating}} | progressing Terminating:",
        "v1 | Namespace | {status: {phase: Terminating, conditions: [{type:"
            + " NamespaceContentRemaining, status: 'True'}, {type: NamespaceFinalizersRemaining,"
            + " status: 'True', reason: SomeFinalizersRemain, message: two}]}}"
            + " | degraded SomeFinalizersRemain: two",
        "v1 | ConfigMap | {} | healthy",
        "v1 | Service | {} | unknown",
        "gateway.networking.k8s.io/v1 | Gateway | {status: {conditions: [{type: Accepted, status: 'True'}, {type: Programmed, status: 'True'}"
            + "]}} | healthy",
        "gateway.networking.k8s.io/v1 | Gateway | {status: {conditions: [{type: Accepted, status: 'True'}, {type: Programmed, status: 'False', reason: AddressNotAssigned, message: none}"
            + "]}} | degraded AddressNotAssigned: none",
        "gateway.networking.k8s.io/v1 | Gateway | {status: {conditions: [{type: Accepted, status: Unknown, reason: Pending, message: wait}, {type: Programmed, status: Unknown}"
            + "]}} | progressing Pending: wait",
        "gateway.networking.k8s.io/v1 | Gateway | {status: {conditions: [{type: Accepted, status: Unknown}, {type: Programmed, status: 'False', reason: Invalid, message: bad}"
            + "]}} | degraded Invalid: bad",
        "gateway.networking.k8s.io/v1 | Gateway | {status: {conditions: [{type: Other, status: 'True'}"
            + "]}} | unknown",
        "gateway.networking.k8s.io/v1 | GatewayClass | {status: {conditions: [{type: Accepted, status: 'False', reason: InvalidParameters, message: bad}"
            + "]}} | degraded InvalidParameters: bad",
        "apiextensions.k8s.io/v1 | CustomResourceDefinition | {status: {conditions: [{type: NamesAccepted, status: 'True'}, {type: Established, status: 'True'}"
            + "]}} | healthy",
        "apiextensions.k8s.io/v1 | CustomResourceDefinition | {status: {conditions: [{type: Established, status: 'False', reason: NotAccepted, message: no}"
            + "]}} | progressing NotAccepted: no",
        "example.com/v1 | Widget | {} | unknown",
        "example.com/v1 | Widget | {status: {conditions: [{type: Ready, status: 'True'}]}}"
            + " | healthy",
        "example.com/v1 | Widget | {status: {observedGeneration: 1, conditions: [{type: Ready,"
            + " status: 'True'}]}} | progressing The latest change has not been looked at yet.",
        "example.com/v1 | Widget | {status: {conditions: [{type: Ready, status: 'False', reason:"
            + " Broken, message: bad}]}} | degraded Broken: bad",
        "example.com/v1 | Widget | {status: {conditions: [{type: Stalled, status: 'True', reason:"
            + " R, message: m}, {type: Ready, status: 'False'}]}} | failed R: m",
        "example.com/v1 | Widget | {status: {conditions: [{type: Reconciling, status: 'True',"
            + " reason: R}, {type: Ready, status: 'False'}]}} | progressing R:"
      })
  void eachKindSaysItInItsOwnWay(String apiVersion, String kind, String fields, String expected) {
    String flat = fields.substring(1, fields.length() - 1);
    String body = flat.isBlank() ? "" : flat.replaceFirst(", status: \\{", "\nstatus: {");

    assertThat(text(health(apiVersion, kind, body))).isEqualTo(expected);
  }
}
