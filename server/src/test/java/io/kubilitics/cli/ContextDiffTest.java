package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeRights;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `diff` of clusters: drift from manifests, and one against another.
@Timeout(180)
class ContextDiffTest {
  @TempDir Path folder;
  private ShopCluster cluster;
  private Path manifests;

  @BeforeEach
  void aCluster() {
    cluster = ShopCluster.in(folder);
    manifests = Shop.in(folder.resolve("manifests"));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void whatTheServerFillsInIsNoDrift() {
    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run).isEqualTo(new Run(ExitCode.DONE, "", "kubilitics diff: no differences\n"));
  }

  @Test
  void driftIsWhatTheManifestsSetAndTheClusterHasDifferently() {
    cluster
        .server()
        .put(
            """
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cart-config","namespace":"shop"},
             "data":{"mode":"slow","other":"not theirs"}}
            """);
    cluster.server().delete(new ResourceId(new Kind("", "ServiceAccount"), "shop", "cart"));

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");
    Run turned = cluster.run("diff", "--context", "test", manifests.toString(), "-o", "table");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith(
            """
            OBJECTS
            ~ ConfigMap/shop/cart-config
                data.mode
                  - fast
                  + slow
            - ServiceAccount/shop/cart
            """)
        .doesNotContain("not theirs");
    assertThat(turned.out()).contains("      - slow\n      + fast\n").contains("+ ServiceAccount");
  }

  @Test
  void whatMayNotBeSeenIsNoDrift() {
    cluster.server().rights().forbid("admin", "", "serviceaccounts", FakeRights.ANY);
    cluster.server().rights().forbid("admin", "", "configmaps", FakeRights.ANY);

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");
    Run turned = cluster.run("diff", "--context", "test", manifests.toString(), "-o", "table");

    for (Run each : List.of(run, turned)) {
      assertThat(each.out()).isEmpty();
      assertThat(each.err())
          .contains("may not be listed: ConfigMap, ServiceAccount\n")
          .endsWith(
              """
              kubilitics diff: not compared, because kinds could not be read on the other side: \
              ConfigMap/shop/cart-config, ServiceAccount/shop/cart
              kubilitics diff: no differences in what could be compared
              """);
      assertThat(each.code()).isEqualTo(ExitCode.UNREADABLE);
    }
  }

  @Test
  void whatWasNotComparedIsInTheJsonToo() throws IOException {
    cluster.server().rights().forbid("admin", "", "serviceaccounts", FakeRights.ANY);

    JsonNode json =
        new ObjectMapper()
            .readTree(cluster.run("diff", manifests.toString(), "--context", "test").out());

    assertThat(json.at("/objects")).isEmpty();
    assertThat(json.at("/metadata/findingsCompared").asBoolean(true)).isFalse();
    assertThat(json.at("/notCompared")).hasSize(1);
    assertThat(json.at("/notCompared/0").asText()).isEqualTo("ServiceAccount/shop/cart");
  }

  @Test
  void whoMayListNothingIsNotToldThatNothingDiffers() {
    cluster.server().rights().forbid("admin", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY);

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.UNREADABLE,
                "",
                "kubilitics diff: context test (127.0.0.1): the user may not list anything there\n"));
  }

  @Test
  void whoMayListNothingOfWhatIsAskedIsNotToldThatNothingDiffers() {
    cluster
        .server()
        .rights()
        .forbid("admin", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY)
        .allow("admin", "", "namespaces", FakeRights.ANY);

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");
    Run turned = cluster.run("diff", "--context", "test", manifests.toString(), "-o", "table");
    Run twice =
        cluster.run("diff", "--context", "test", "--context", "test", "-n", "shop", "-o", "table");

    for (Run each : List.of(run, turned)) {
      assertThat(each.out()).isEmpty();
      assertThat(each.err())
          .contains("Deployment.apps/shop/cart", "Pod/tools/probe")
          .endsWith("kubilitics diff: nothing could be compared\n");
      assertThat(each.code()).isEqualTo(ExitCode.UNREADABLE);
    }
    assertThat(twice.err())
        .endsWith(
            "kubilitics diff: nothing to compare: no objects in namespace shop that could be read\n");
    assertThat(twice.code()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void differencesAreFoundWhateverElseCouldNotBeCompared() {
    cluster.server().rights().forbid("admin", "", "serviceaccounts", FakeRights.ANY);
    cluster.server().delete(new ResourceId(new Kind("", "ConfigMap"), "shop", "cart-config"));

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run.out()).contains("- ConfigMap/shop/cart-config\n");
    assertThat(run.err())
        .contains("not compared, because kinds could not be read on the other side: ServiceAccount")
        .doesNotContain("no differences");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void findingsThatDependOnWhatMayNotBeSeenAreNoDifference() {
    cluster.server().rights().forbid("admin", "", "secrets", FakeRights.ANY);

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("kubilitics diff: no differences in what could be compared\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void aClusterThatIsAwayDiffersInNothingAndIsNoSuccess() {
    cluster.server().stop();

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("no differences");
    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void onlyTheNamespacesThatAreAskedForAreCompared() {
    cluster.server().delete(new ResourceId(new Kind("", "Pod"), "tools", "probe"));

    Run shop =
        cluster.run("diff", manifests.toString(), "--context", "test", "-n", "shop", "-o", "table");
    Run tools =
        cluster.run(
            "diff", "--context", "test", manifests.toString(), "-n", "tools", "-o", "table");
    Run both = cluster.run("diff", manifests.toString(), "--context", "test", "-n", "shop,tools");

    assertThat(shop).isEqualTo(new Run(ExitCode.DONE, "", "kubilitics diff: no differences\n"));
    assertThat(tools.out()).startsWith("OBJECTS\n+ Pod/tools/probe\n");
    assertThat(both.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void whatTheServerHandsOutInAnotherVersionIsNoDrift() {
    Shop.write(
        manifests.resolve("scale.yaml"),
        """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: cart, namespace: shop}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}
          minReplicas: 1
          maxReplicas: 5
          targetCPUUtilizationPercentage: 70
        """);
    String scaled =
        """
        {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
         "metadata":{"name":"cart","namespace":"shop"},
         "spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"cart"},
          "minReplicas":1,"maxReplicas":5,
          "metrics":[{"type":"Resource","resource":{"name":"cpu",
           "target":{"type":"Utilization","averageUtilization":70}}}]}}
        """;
    cluster.server().put(scaled);
    Run same = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");
    cluster.server().put(scaled.replace("70", "90"));
    Run other = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(same).isEqualTo(new Run(ExitCode.DONE, "", "kubilitics diff: no differences\n"));
    assertThat(other.out()).contains("averageUtilization\n      - 70\n      + 90\n");
  }

  @Test
  void whatIsWrongWithManifestsAloneIsNoDrift() {
    String spare =
        """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"spare","namespace":"shop"}}
        """;
    Shop.write(manifests.resolve("spare.json"), spare);
    cluster.server().put(spare);
    cluster
        .server()
        .put(
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"reader","namespace":"shop"},
             "spec":{"containers":[{"name":"main","image":"reader:1",
              "envFrom":[{"configMapRef":{"name":"spare"}}]}]}}
            """);
    putPassword(cluster.server());

    Run run = cluster.run("diff", manifests.toString(), "--context", "test", "-o", "table");
    Run turned = cluster.run("diff", "--context", "test", manifests.toString(), "-o", "table");

    assertThat(List.of(run, turned))
        .containsOnly(new Run(ExitCode.DONE, "", "kubilitics diff: no differences\n"));
  }

  @Test
  void findingsAreNotComparedWhereOneSideMayReadLess() throws IOException {
    try (FakeApiServer other = FakeApiServer.start()) {
      ShopCluster.put(other);
      for (FakeApiServer each : List.of(cluster.server(), other)) {
        each.put(
            """
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"spare","namespace":"shop"}}
            """);
      }
      other.rights().forbid("admin", "batch", "jobs", FakeRights.ANY);

      Run run = at(beside(other), "diff", "--context", "test", "--context", "b", "-o", "table");

      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .endsWith(
              """
              kubilitics diff: findings not compared, because not the same kinds could be read on \
              both sides
              kubilitics diff: no differences in what could be compared
              """);
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void twoContextsAreComparedWhole() throws IOException {
    try (FakeApiServer other = FakeApiServer.start()) {
      ShopCluster.put(other);
      putPassword(other);
      String both = beside(other);

      Run same = at(both, "diff", "--context", "test", "--context", "test", "-o", "table");
      Run run = at(both, "diff", "--context", "test", "--context", "b", "-o", "table");

      assertThat(same.code()).as(same.out()).isZero();
      assertThat(run.out())
          .contains("+ Secret/shop/db-password\n", "FINDINGS\n- error KUB001 Deployment.apps")
          .doesNotContain("c2VjcmV0");
      assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    }
  }

  private static void putPassword(FakeApiServer server) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Secret",
         "metadata":{"name":"db-password","namespace":"shop"},"data":{"password":"c2VjcmV0"}}
        """);
  }

  /// Kubeconfigs in which the other one is the context `b`.
  private String beside(FakeApiServer other) throws IOException {
    Path second =
        other.kubeconfig(folder.resolve("other"), other.url(), Map.of("b", FakeApiServer.TOKEN));
    // Of two clusters of one name the first would count.
    Files.writeString(second, Files.readString(second).replace("test-bed\n", "b\n"));
    Files.writeString(second, Files.readString(second).replace("test-bed,", "b,"));
    return cluster.kubeconfig() + File.pathSeparator + second;
  }

  /// With these files as the kubeconfig.
  private static Run at(String files, String... args) {
    return Run.inEnvironment(Map.of("KUBECONFIG", files), args);
  }
}
