package io.kubilitics.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.query.Impact.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Impact on what a cluster keeps of former times.
class PastTest {
  @Test
  void anOldReplicaSetDoesNotKeepADeploymentUp() {
    String objects =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: s, uid: d}
        status: {replicas: 1}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web-1
          namespace: s
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}]
        spec: {replicas: 0, template: {metadata: {labels: {app: web}}}}
        status: {replicas: 0}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web-2
          namespace: s
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}]
        spec: {replicas: 1, template: {metadata: {labels: {app: web}}}}
        status: {replicas: 1}
        """;

    assertThat(failing(objects, "ReplicaSet.apps/s/web-2"))
        .containsExactly("Deployment.apps/s/web breaks 1/1");
  }

  @Test
  void aRevisionKeptToGoBackToDoesNotKeepAStatefulSetUp() {
    String objects =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: s, uid: d}
        ---
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata:
          name: db-1
          namespace: s
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: d, controller: true}]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: db-0
          namespace: s
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: d, controller: true}]
        """;

    assertThat(failing(objects, "Pod/s/db-0")).containsExactly("StatefulSet.apps/s/db breaks 1/1");
  }

  @Test
  void aFinishedPodMissesNothingAndServesNobody() {
    String objects =
        """
        apiVersion: v1
        kind: Node
        metadata: {name: worker-1}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: done, namespace: s, labels: {app: web}}
        spec: {nodeName: worker-1}
        status: {phase: Succeeded}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: runs, namespace: s, labels: {app: web}}
        spec: {nodeName: worker-1}
        status: {phase: Running}
        """;

    assertThat(failing(objects, "Node/worker-1")).containsExactly("Pod/s/runs breaks 1/1");
    assertThat(impact(objects, "Node/worker-1", Event.DELETED))
        .containsExactly("Pod/s/done deletes 1/1", "Pod/s/runs deletes 1/1");
  }

  private static List<String> failing(String objects, String id) {
    return impact(objects, id, Event.FAILS);
  }

  private static List<String> impact(String objects, String id, Event event) {
    Network network = Manifests.topology(objects).network(Viewer.EVERYTHING);
    return ImpactQuery.of(network, network.find(ResourceId.parse(id)), event, 100).harmed().stream()
        .map(PastTest::text)
        .toList();
  }

  private static String text(Impact.Harmed harmed) {
    Impact.Cause cause = harmed.causes().getFirst();
    return "%s %s %d/%d"
        .formatted(harmed.node().id(), harmed.effect().text(), cause.lost(), cause.of());
  }
}
