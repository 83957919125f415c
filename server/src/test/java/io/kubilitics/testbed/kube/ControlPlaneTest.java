package io.kubilitics.testbed.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.testbed.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bed that other tests lie in: a real control plane does what its methods say.
@RequiresControlPlane
class ControlPlaneTest {
  private static final String MAPS = "/api/v1/namespaces/default/configmaps";
  private static final String SECRETS = "/api/v1/namespaces/default/secrets";

  @Test
  void whatIsAppliedIsListedWatchedAndDeleted(ControlPlane plane)
      throws IOException, InterruptedException {
    KubeClient admin = plane.admin();
    admin.apply(greeting("hello"));

    JsonNode list = admin.get(MAPS);
    assertThat(KubeClient.items(list))
        .extracting(item -> item.at("/data/text").asText())
        .contains("hello");

    admin.patch(MAPS + "/greeting", "{\"data\":{\"text\":\"good morning\"}}");
    admin.delete(greeting(""));
    List<String> types = new ArrayList<>();
    admin.watch(
        MAPS + "?watch=1&resourceVersion=" + version(list),
        line -> {
          types.add(line.replaceFirst("^\\{\"type\":\"(\\w+)\".*", "$1"));
          return types.size() < 2;
        });

    assertThat(types).containsExactly("MODIFIED", "DELETED");
  }

  @Test
  void everyUserHasTheRightsOfItsName(ControlPlane plane) throws IOException, InterruptedException {
    assertThat(plane.client(KubeUser.READER).ask(SECRETS).status()).isEqualTo(200);
    assertThat(plane.client(KubeUser.VIEWER).ask(MAPS).status()).isEqualTo(200);
    assertThat(plane.client(KubeUser.VIEWER).ask(SECRETS).status()).isEqualTo(403);
    assertThat(plane.client(KubeUser.NOBODY).ask(MAPS).status()).isEqualTo(403);
  }

  @Test
  void rightsAreTakenAndGivenBack(ControlPlane plane) throws Exception {
    plane.allow(KubeUser.VIEWER, "[]");
    Eventually.holds(() ->
        assertThat(plane.client(KubeUser.VIEWER).ask(MAPS).status())
            .as("the viewer is refused")
            .isEqualTo(403));

    plane.allow(KubeUser.VIEWER, ClusterRights.OF_VIEWER);
    Eventually.holds(() ->
        assertThat(plane.client(KubeUser.VIEWER).ask(MAPS).status())
            .as("the viewer is let in")
            .isEqualTo(200));
  }

  @Test
  void requestsOfTheUsersUnderTestAreCounted(ControlPlane plane) throws Exception {
    int before = plane.requests().count();

    plane.client(KubeUser.READER).ask("/apis/apps/v1/deployments?limit=500");
    plane.client(KubeUser.VIEWER).ask(MAPS);
    plane.admin().ask(MAPS);

    Eventually.holds(() -> assertThat(plane.requests().count()).isEqualTo(before + 2));
    assertThat(plane.requests().since(before, KubeUser.READER))
        .containsExactly(
            new AuditLog.Request(
                KubeUser.READER.user(),
                "list",
                "deployments.apps",
                "/apis/apps/v1/deployments?limit=500",
                200));
  }

  @Test
  void anApiServerThatStartsAgainKnowsItsObjectsAndNotTheOldTokens(ControlPlane plane)
      throws IOException, InterruptedException {
    plane.admin().apply(greeting("still here"));
    String kubeconfig = Files.readString(plane.kubeconfig(KubeUser.READER));
    Path tokenFile =
        Path.of(
            Files.readString(plane.kubeconfigWithTokenFile(KubeUser.READER))
                .replaceFirst("(?s).*tokenFile: \"(.*?)\".*", "$1"));
    String token = Files.readString(tokenFile);

    plane.renewToken(KubeUser.READER);

    assertThat(plane.admin().get(MAPS + "/greeting").at("/data/text").asText())
        .isEqualTo("still here");
    assertThat(Files.readString(plane.kubeconfig(KubeUser.READER))).isNotEqualTo(kubeconfig);
    assertThat(Files.readString(tokenFile)).isEqualTo(token);
    plane.deliverToken(KubeUser.READER);
    assertThat(Files.readString(tokenFile)).isNotEqualTo(token);
    plane.admin().delete(greeting(""));
  }

  @Test
  void whatEtcdForgotCannotBeWatchedAfterARestart(ControlPlane plane)
      throws IOException, InterruptedException {
    String old = version(plane.admin().get(MAPS));
    plane.admin().apply(greeting("one"));
    plane.admin().apply(greeting("two"));

    plane.etcd().compact();
    plane.restartApiServer();

    assertThat(plane.admin().ask(MAPS + "?watch=1&timeoutSeconds=5&resourceVersion=" + old).body())
        .contains("\"code\":410");
    plane.admin().delete(greeting(""));
  }

  @Test
  void anotherCertificateIsNotTrustedByWhoKnowsTheOldOne(ControlPlane plane)
      throws IOException, InterruptedException {
    String before = Files.readString(plane.kubeconfig(KubeUser.READER));

    plane.renewCertificate();

    assertThat(Files.readString(plane.kubeconfig(KubeUser.READER))).isNotEqualTo(before);
    assertThat(plane.admin().ask(MAPS).status()).isEqualTo(200);
  }

  @Test
  void noProgramOutlivesItsControlPlane(@TempDir Path folder) throws Exception {
    List<ProcessHandle> processes;
    try (ControlPlane own = ControlPlane.start(Programs.ofProject().built(), folder)) {
      own.startKwok();
      own.admin()
          .apply(
              """
              apiVersion: v1
              kind: Node
              metadata: {name: worker-1}
              """);
      Eventually.holds(() ->
          assertThat(
                  own
                      .admin()
                      .get("/api/v1/nodes/worker-1")
                      .at("/status/conditions")
                      .findValues("type")
                      .stream()
                      .anyMatch(type -> type.asText().equals("Ready")))
              .as("kwok has made the node ready")
              .isTrue());
      processes = own.processes();
      assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
    }

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  private static String version(JsonNode list) {
    return list.at("/metadata/resourceVersion").asText();
  }

  private static String greeting(String text) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: greeting, namespace: default}
    data: {text: "%s"}
    """
        .formatted(text);
  }
}
