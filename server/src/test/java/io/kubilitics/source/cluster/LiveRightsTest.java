package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.kube.ClusterRights;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.KubeUser;
import io.kubilitics.testbed.kube.RequiresControlPlane;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a user may not see is shown as forbidden, and nothing is called missing that may be there.
@RequiresControlPlane
class LiveRightsTest {
  private static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  private static final Kind SECRET = Kind.core("Secret");
  private static final Kind POD = Kind.core("Pod");

  private static final String EVERYTHING =
      """
      - apiGroups: ["*"]
        resources: ["*"]
        verbs: [get, list, watch]
      """;

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: guest, namespace: default}
      spec:
        containers:
        - name: main
          image: x
          envFrom:
          - secretRef: {name: hidden}
          - configMapRef: {name: shown}
          - configMapRef: {name: nowhere}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: hidden, namespace: default}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: shown, namespace: default}
      """;

  @BeforeEach
  void apply(ControlPlane plane) throws IOException, InterruptedException {
    plane.admin().apply(OBJECTS);
  }

  @AfterEach
  void restore(ControlPlane plane) throws IOException, InterruptedException {
    plane.allow(KubeUser.VIEWER, ClusterRights.OF_VIEWER);
    plane.admin().delete(OBJECTS);
  }

  @Test
  void whatMayNotBeListedIsForbiddenAndNotMissing(ControlPlane plane) throws Exception {
    try (LiveCluster live = LiveCluster.open(plane, plane.kubeconfig(KubeUser.VIEWER))) {
      live.session().awaitReady();
      live.awaitKnowledge(SECRET, Knowledge.FORBIDDEN);
      live.awaitKnowledge(CONFIG_MAP, Knowledge.SYNCED);

      assertThat(live.edges())
          .anyMatch(edge ->
              edge.startsWith("Pod/default/guest uses-secret Secret/default/hidden unknown "))
          .anyMatch(
              edge -> edge.startsWith("Pod/default/guest uses-config ConfigMap/default/shown <-"))
          .anyMatch(edge ->
              edge.startsWith("Pod/default/guest uses-config ConfigMap/default/nowhere missing "));
    }
  }

  @Test
  void rightsThatAreTakenAndGivenBackLeaveNothingWrong(ControlPlane plane) throws Exception {
    plane.allow(KubeUser.VIEWER, EVERYTHING);
    try (LiveCluster live = LiveCluster.open(plane, plane.kubeconfig(KubeUser.VIEWER))) {
      live.awaitTruth();

      plane.allow(KubeUser.VIEWER, ClusterRights.OF_VIEWER);
      // A watch that runs goes on: rights are asked for when the next one begins.
      plane.restartApiServer();
      live.awaitKnowledge(SECRET, Knowledge.FORBIDDEN);
      assertThat(live.edges())
          .noneMatch(edge ->
              edge.startsWith("Pod/default/guest uses-secret Secret/default/hidden missing "));

      plane.allow(KubeUser.VIEWER, EVERYTHING);
      live.awaitKnowledge(SECRET, Knowledge.SYNCED);
      live.awaitTruth();
    }
  }

  @Test
  void whoMayDoNothingSeesNothingAndCallsNothingMissing(ControlPlane plane) throws Exception {
    try (LiveCluster live = LiveCluster.open(plane, plane.kubeconfig(KubeUser.NOBODY))) {
      Eventually.holds(() -> assertThat(live.knowledge(POD)).isEqualTo(Knowledge.FORBIDDEN));

      assertThat(live.edges()).isEmpty();
    }
  }
}
