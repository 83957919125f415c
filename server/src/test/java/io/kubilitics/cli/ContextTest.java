package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.FakeRights;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands whose source is a context of the kubeconfig.
@Timeout(180)
class ContextTest {
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
  void graphReadsTheCluster() {
    Run run = cluster.run("graph", "--context", "test", "-o", "table");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Deployment.apps/shop/cart", "uses-config → ConfigMap/shop/cart-config")
        .contains("MISSING      Secret/shop/db-password");
    assertThat(run.code()).isZero();
  }

  @Test
  void theNameOfTheContextIsThatOfTheCluster() throws IOException {
    JsonNode json = json(cluster.run("graph", "--context", "test", "-o", "json"));

    assertThat(json.at("/metadata/cluster").asText()).isEqualTo("test");
  }

  @Test
  void pathAndImpactNeedNoWordForTheSource() {
    Run path =
        cluster.run(
            "path",
            "--context",
            "test",
            "deploy/cart",
            "cm/cart-config",
            "-n",
            "shop",
            "-o",
            "table");
    Run impact =
        cluster.run("impact", "cm/cart-config", "-n", "shop", "--context", "test", "-o", "table");

    assertThat(path.out()).startsWith("Deployment.apps/shop/cart\n  --uses-config-> ConfigMap");
    assertThat(impact.out()).startsWith("Deployment.apps/shop/cart  breaks");
  }

  @Test
  void exportDrawsTheClusterBesideManifests() throws IOException {
    Path file = folder.resolve("both.svg");

    Run run =
        cluster.run(
            "export",
            manifests.toString(),
            "--context",
            "test",
            "-f",
            file.toString(),
            "--level",
            "1");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(file)).startsWith("<svg").contains("test", "manifests");
  }

  @Test
  void checkLooksAtTheCluster() {
    Run run = cluster.run("check", "--context", "test", "-o", "table");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("Deployment.apps/shop/cart").contains("Secret shop/db-password");
  }

  @Test
  void checkLaysManifestsOverTheCluster() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ingress.yaml"),
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: new, namespace: shop}
            spec:
              serviceAccountName: cart
              containers:
              - name: main
                image: new:1
                envFrom: [{configMapRef: {name: cart-config}}, {configMapRef: {name: nobody}}]
            """);

    Run alone = cluster.run("check", file.toString(), "-o", "table");
    Run over = cluster.run("check", file.toString(), "--context", "test", "-o", "table");

    assertThat(alone.code()).isZero();
    assertThat(over.out())
        .contains("ConfigMap shop/nobody")
        .doesNotContain("cart-config", "db-password");
    assertThat(over.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void kindsThatMayNotBeListedAreNamedAndNothingOfThemIsMissing() {
    cluster.server().rights().forbid("admin", "", "secrets", FakeRights.ANY);

    Run run = cluster.run("graph", "--context", "test", "-o", "table");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("kubilitics: context test: may not be listed: Secret\n");
    assertThat(run.out()).contains("Secret/shop/db-password").doesNotContain("MISSING ");
  }

  @Test
  void aLongReadingSaysHowFarItIs() {
    cluster
        .server()
        .faults()
        .add(When.list("/api/v1/pods"), new Fault.Delay(Duration.ofSeconds(4)));

    Run run = cluster.atTerminal("graph", "--context", "test");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .containsPattern("reading context test: \\d+ of \\d+ kinds, [\\d,]+ objects")
        .endsWith("\r\u001b[K");
  }

  @Test
  void secretsOfTheClusterAreNotShown() {
    cluster
        .server()
        .put(
            """
            {"apiVersion":"v1","kind":"Secret",
             "metadata":{"name":"db-password","namespace":"shop"},"data":{"password":"Q0FOQVJZ"}}
            """);

    Run run = cluster.run("graph", "--context", "test", "-o", "json");

    assertThat(run.out()).contains("Secret/shop/db-password").doesNotContain("Q0FOQVJZ", "CANARY");
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
