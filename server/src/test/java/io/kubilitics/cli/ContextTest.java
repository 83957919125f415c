package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeRights;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands whose source is a context of the kubeconfig.
@Timeout(180)
class ContextTest {

  @TempDir Path folder;
  private final FakeApiServer server = FakeApiServer.start();
  private String config = "";
  private Path manifests;

  @BeforeEach
  void aCluster() {
    config = server.kubeconfig(folder.resolve("config")).toString();
    manifests = Shop.in(folder.resolve("manifests"));
    put(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /// The shop as an API server has it: with what it fills in.
  private static void put(FakeApiServer server) {
    for (String namespace : List.of("shop", "tools")) {
      server.put(
          Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", namespace)));
    }
    server.put(
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"cart","namespace":"shop","labels":{"app":"cart","tier":"front"}},
         "spec":{"replicas":1,"revisionHistoryLimit":10,"progressDeadlineSeconds":600,
          "selector":{"matchLabels":{"app":"cart"}},
          "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}},
          "template":{"metadata":{"labels":{"app":"cart"}},"spec":{
           "serviceAccountName":"cart","serviceAccount":"cart","restartPolicy":"Always",
           "dnsPolicy":"ClusterFirst","schedulerName":"default-scheduler","securityContext":{},
           "terminationGracePeriodSeconds":30,
           "containers":[{"name":"main","image":"cart:1.4","imagePullPolicy":"IfNotPresent",
            "resources":{},"terminationMessagePath":"/dev/termination-log",
            "terminationMessagePolicy":"File",
            "envFrom":[{"configMapRef":{"name":"cart-config"}},
             {"configMapRef":{"name":"tuning","optional":true}}],
            "env":[{"name":"PASSWORD",
             "valueFrom":{"secretKeyRef":{"name":"db-password","key":"password"}}}]}]}}}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"Service",
         "metadata":{"name":"cart","namespace":"shop","labels":{"app":"cart"}},
         "spec":{"type":"ClusterIP","clusterIP":"10.0.0.7","clusterIPs":["10.0.0.7"],
          "ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack","sessionAffinity":"None",
          "internalTrafficPolicy":"Cluster","selector":{"app":"cart"},
          "ports":[{"port":80,"targetPort":80,"protocol":"TCP"}]}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"cart","namespace":"shop"}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cart-config","namespace":"shop"},
         "data":{"mode":"fast"}}
        """);
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod",
         "metadata":{"name":"probe","namespace":"tools","labels":{"app":"probe"}},
         "spec":{"containers":[{"name":"main","image":"probe:2"}]}}
        """);
  }

  @Test
  void graphReadsTheCluster() {
    Run run = run("graph", "--context", "test", "-o", "table");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Deployment.apps/shop/cart", "uses-config → ConfigMap/shop/cart-config")
        .contains("MISSING      Secret/shop/db-password");
    assertThat(run.code()).isZero();
  }

  @Test
  void theNameOfTheContextIsThatOfTheCluster() throws IOException {
    JsonNode json = json(run("graph", "--context", "test", "-o", "json"));

    assertThat(json.at("/metadata/cluster").asText()).isEqualTo("test");
  }

  @Test
  void pathAndImpactNeedNoWordForTheSource() {
    Run path =
        run(
            "path",
            "--context",
            "test",
            "deploy/cart",
            "cm/cart-config",
            "-n",
            "shop",
            "-o",
            "table");
    Run impact = run("impact", "cm/cart-config", "-n", "shop", "--context", "test", "-o", "table");

    assertThat(path.out()).startsWith("Deployment.apps/shop/cart\n  --uses-config-> ConfigMap");
    assertThat(impact.out()).startsWith("Deployment.apps/shop/cart  breaks");
  }

  @Test
  void exportDrawsTheClusterBesideManifests() throws IOException {
    Path file = folder.resolve("both.svg");

    Run run =
        run(
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
    Run run = run("check", "--context", "test", "-o", "table");

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

    Run alone = run("check", file.toString(), "-o", "table");
    Run over = run("check", file.toString(), "--context", "test", "-o", "table");

    assertThat(alone.code()).isZero();
    assertThat(over.out())
        .contains("ConfigMap shop/nobody")
        .doesNotContain("cart-config", "db-password");
    assertThat(over.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void whatTheServerFillsInIsNoDrift() {
    Run run = run("diff", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run).isEqualTo(new Run(ExitCode.DONE, "", "kubilitics diff: no differences\n"));
  }

  @Test
  void driftIsWhatTheManifestsSetAndTheClusterHasDifferently() {
    server.put(
        """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cart-config","namespace":"shop"},
         "data":{"mode":"slow","other":"not theirs"}}
        """);
    server.delete(new ResourceId(new Kind("", "ServiceAccount"), "shop", "cart"));

    Run run = run("diff", manifests.toString(), "--context", "test", "-o", "table");
    Run turned = run("diff", "--context", "test", manifests.toString(), "-o", "table");

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
    server.rights().forbid("admin", "", "serviceaccounts", FakeRights.ANY);
    server.rights().forbid("admin", "", "configmaps", FakeRights.ANY);

    Run run = run("diff", manifests.toString(), "--context", "test", "-o", "table");
    Run turned = run("diff", "--context", "test", manifests.toString(), "-o", "table");

    for (Run each : List.of(run, turned)) {
      assertThat(each.out()).isEmpty();
      assertThat(each.err())
          .contains("may not be listed: ConfigMap, ServiceAccount\n", "no differences\n");
      assertThat(each.code()).isZero();
    }
  }

  @Test
  void twoContextsAreComparedWhole() throws IOException {
    try (FakeApiServer other = FakeApiServer.start()) {
      put(other);
      other.put(
          """
          {"apiVersion":"v1","kind":"Secret",
           "metadata":{"name":"db-password","namespace":"shop"},"data":{"password":"c2VjcmV0"}}
          """);
      Path second =
          other.kubeconfig(folder.resolve("other"), other.url(), Map.of("b", FakeApiServer.TOKEN));
      // Of two clusters of one name the first would count.
      Files.writeString(second, Files.readString(second).replace("test-bed\n", "b\n"));
      Files.writeString(second, Files.readString(second).replace("test-bed,", "b,"));
      String both = config + File.pathSeparator + second;

      Run same = at(both, "diff", "--context", "test", "--context", "test", "-o", "table");
      Run run = at(both, "diff", "--context", "test", "--context", "b", "-o", "table");

      assertThat(same.code()).as(same.out()).isZero();
      assertThat(run.out()).contains("+ Secret/shop/db-password\n").doesNotContain("c2VjcmV0");
      assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    }
  }

  @Test
  void aContextThatIsNotThereIsNotContacted() {
    Run run = run("graph", "--context", "tets");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.UNREADABLE,
                "",
                "kubilitics graph: context 'tets': there is no such context in "
                    + config
                    + "; did you mean test?\n"));
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void aServerThatDoesNotAnswerIsUnreadable() {
    server.stop();

    Run run = run("graph", "--context", "test");

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.err()).startsWith("kubilitics graph: ").contains("127.0.0.1");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aTokenThatIsNotAcceptedIsUnreadableAndNotShown() {
    server.revoke(FakeApiServer.TOKEN);

    Run run = run("graph", "--context", "test");

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.err()).doesNotContain(FakeApiServer.TOKEN);
  }

  @Test
  void aServerThatIsNotCheckedIsWarnedOf() throws IOException {
    Path insecure =
        Files.writeString(
            folder.resolve("insecure"),
            Files.readString(Path.of(config))
                .replaceAll("certificate-authority-data: .*", "insecure-skip-tls-verify: true"));

    Run run = Run.of("graph", "--context", "test", "--kubeconfig", insecure.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .startsWith("kubilitics: WARNING: context test: insecure-skip-tls-verify: ");
  }

  @Test
  void theEnvironmentNamesTheKubeconfig() {
    String missing = folder.resolve("none").toString();

    Run ours =
        Run.atTerminal(
            Map.of("KUBILITICS_KUBECONFIG", config, "KUBECONFIG", missing, "NO_COLOR", "1"),
            "graph",
            "--context",
            "test");
    Run flag =
        Run.atTerminal(
            Map.of("KUBILITICS_KUBECONFIG", missing, "NO_COLOR", "1"),
            "graph",
            "--context",
            "test",
            "--kubeconfig",
            config);
    Run none = Run.of("graph", "--context", "test");

    assertThat(ours.code()).as(ours.err()).isZero();
    assertThat(flag.code()).as(flag.err()).isZero();
    assertThat(none.err()).contains("there is no kubeconfig");
  }

  @Test
  void aCommandAboutOneSourceTakesOne() {
    Run both = run("graph", manifests.toString(), "--context", "test");
    Run three = run("diff", "a", "--context", "test", "b");
    Run against = run("check", "a", "--context", "test", "--against", "demo");

    assertThat(both.err()).contains("there can be only one source").contains("context test");
    assertThat(three.err()).contains("SOURCE: is needed twice, and is there 3 times");
    assertThat(against.err()).contains("--against: and --context are both given");
    assertThat(new int[] {both.code(), three.code(), against.code()}).containsOnly(ExitCode.USAGE);
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void kindsThatMayNotBeListedAreNamedAndNothingOfThemIsMissing() {
    server.rights().forbid("admin", "", "secrets", FakeRights.ANY);

    Run run = run("graph", "--context", "test", "-o", "table");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("kubilitics: context test: may not be listed: Secret\n");
    assertThat(run.out()).contains("Secret/shop/db-password").doesNotContain("MISSING ");
  }

  @Test
  void aLongReadingSaysHowFarItIs() {
    server.faults().add(When.list("/api/v1/pods"), new Fault.Delay(Duration.ofSeconds(4)));

    Run run =
        Run.atTerminal(Map.of("KUBECONFIG", config, "NO_COLOR", "1"), "graph", "--context", "test");

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .containsPattern("reading context test: \\d+ of \\d+ kinds, [\\d,]+ objects")
        .endsWith("\r\u001b[K");
  }

  @Test
  void secretsOfTheClusterAreNotShown() {
    server.put(
        """
        {"apiVersion":"v1","kind":"Secret",
         "metadata":{"name":"db-password","namespace":"shop"},"data":{"password":"Q0FOQVJZ"}}
        """);

    Run run = run("graph", "--context", "test", "-o", "json");

    assertThat(run.out()).contains("Secret/shop/db-password").doesNotContain("Q0FOQVJZ", "CANARY");
  }

  private Run run(String... args) {
    return at(config, args);
  }

  /// With these files as the kubeconfig.
  private static Run at(String files, String... args) {
    return Run.inEnvironment(Map.of("KUBECONFIG", files), args);
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
