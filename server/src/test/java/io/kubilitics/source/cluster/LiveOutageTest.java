package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.kube.AuditLog;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.KubeUser;
import io.kubilitics.testbed.kube.RequiresControlPlane;
import io.kubilitics.topology.TopologyDelta;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An API server that goes away, comes back with less, or with other keys.
@RequiresControlPlane
class LiveOutageTest {
  private static final Kind CONFIG_MAP = Kind.core("ConfigMap");

  private static final String MAPS = "/api/v1/namespaces/default/configmaps/";

  /// Where an API server keeps them.
  private static final String STORED = "configmaps/default/";

  private static final String OTHER_UID = "6f1b3b0e-3f0c-4b5c-9a55-0d4f5f0b8c01";

  @AfterEach
  void tidy(ControlPlane plane) throws IOException, InterruptedException {
    for (String name : List.of("kept", "changed", "lost", "new")) {
      plane.admin().remove(MAPS + name);
    }
  }

  @Test
  void aRestartCostsEachKindOneListAtMost(ControlPlane plane) throws Exception {
    try (LiveCluster live = open(plane)) {
      live.awaitTruth();
      int before = plane.requests().count();

      plane.restartApiServer();
      plane.admin().apply(map("new", "after-the-restart"));
      live.awaitObject("ConfigMap/default/new");
      live.awaitPhase(Phase.CONNECTED);
      live.awaitKnowledge(CONFIG_MAP, Knowledge.SYNCED);
      live.awaitTruth();

      assertThat(lists(plane, before).entrySet())
          .as("%s", plane.requests().since(before, KubeUser.READER))
          .allMatch(each -> each.getValue() <= 1);
    }
  }

  @Test
  void whatHappenedWhileEtcdForgotIsToldAsTheRealChangesOnly(ControlPlane plane) throws Exception {
    plane.admin().apply(map("kept", "a") + map("changed", "a") + map("lost", "a"));
    try (LiveCluster live = open(plane)) {
      live.awaitTruth();
      Queue<TopologyDelta> told = new ConcurrentLinkedQueue<>();
      live.session().follow((_, delta) -> told.add(delta));
      ObjectNode changed = (ObjectNode) plane.admin().get(MAPS + "changed");
      ObjectNode other = changed.deepCopy();
      ((ObjectNode) other.path("metadata")).put("name", "new").put("uid", OTHER_UID);
      int before = plane.requests().count();

      plane.stopApiServer();
      plane
          .etcd()
          .store(Map.of(STORED + "changed", with(changed, "b"), STORED + "new", with(other, "b")));
      plane.etcd().erase(List.of(STORED + "lost"));
      plane.etcd().compact();
      plane.startApiServer();
      live.awaitTruth();

      assertThat(ids(told))
          .as("%s", plane.requests().since(before, KubeUser.READER))
          .contains("ConfigMap/default/changed", "ConfigMap/default/new", "ConfigMap/default/lost")
          .doesNotContain("ConfigMap/default/kept");
      Eventually.holds(() -> assertThat(lists(plane, before)).containsKey("configmaps"));
    }
  }

  @Test
  void anApiServerThatIsAwayLeavesTheLastMapMarkedAsSuch(ControlPlane plane) throws Exception {
    plane.admin().apply(map("kept", "a"));
    try (LiveCluster live = open(plane)) {
      live.awaitTruth();

      plane.stopApiServer();
      try {
        live.awaitPhase(Phase.UNREACHABLE);
        live.awaitKnowledge(CONFIG_MAP, Knowledge.STALE);
        assertThat(live.object("ConfigMap/default/kept")).isPresent();
      } finally {
        plane.startApiServer();
      }

      live.awaitPhase(Phase.CONNECTED);
      live.awaitKnowledge(CONFIG_MAP, Knowledge.SYNCED);
      live.awaitTruth();
    }
  }

  @Test
  void aTokenThatIsReplacedInItsFileIsReadAgain(ControlPlane plane) throws Exception {
    try (LiveCluster live =
        LiveCluster.open(plane, plane.kubeconfigWithTokenFile(KubeUser.READER))) {
      live.awaitTruth();

      plane.renewToken(KubeUser.READER);
      live.awaitPhase(Phase.REFUSED);
      plane.deliverToken(KubeUser.READER);

      plane.admin().apply(map("new", "with-the-new-token"));
      live.awaitPhase(Phase.CONNECTED);
      live.awaitObject("ConfigMap/default/new");
      live.awaitTruth();
    }
  }

  @Test
  void aTokenThatIsOfNoUseAnyMoreIsSaidInWords(ControlPlane plane) throws Exception {
    try (LiveCluster live = open(plane)) {
      live.awaitTruth();

      plane.renewToken(KubeUser.READER);

      live.awaitPhase(Phase.REFUSED);
      assertThat(live.session().condition().message()).isNotEmpty();
      live.awaitKnowledge(CONFIG_MAP, Knowledge.STALE);
    }
  }

  @Test
  void anotherCertificateIsNotTrustedAndSaidInWords(ControlPlane plane) throws Exception {
    try (LiveCluster live = open(plane)) {
      live.awaitTruth();

      plane.renewCertificate();

      live.awaitPhase(Phase.REFUSED);
      assertThat(live.session().condition().message()).contains("certificate");
    }
  }

  private static LiveCluster open(ControlPlane plane) throws IOException {
    return LiveCluster.open(plane, plane.kubeconfig(KubeUser.READER));
  }

  private static Map<String, Long> lists(ControlPlane plane, int before) throws IOException {
    return plane.requests().since(before, KubeUser.READER).stream()
        .filter(AuditLog.Request::isList)
        .collect(Collectors.groupingBy(AuditLog.Request::resource, Collectors.counting()));
  }

  private static List<String> ids(Queue<TopologyDelta> told) {
    return told.stream()
        .flatMap(delta ->
            Stream.concat(
                delta.nodesPut().stream().map(node -> node.id()), delta.nodesGone().stream()))
        .map(ResourceId::toString)
        .distinct()
        .toList();
  }

  private static String with(ObjectNode map, String text) {
    ((ObjectNode) map.path("metadata")).remove("resourceVersion");
    ((ObjectNode) map.at("/metadata/labels")).put("text", text);
    return map.toString();
  }

  private static String map(String name, String text) {
    return """
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s, namespace: default, labels: {text: "%s"}}
    """
        .formatted(name, text);
  }
}
