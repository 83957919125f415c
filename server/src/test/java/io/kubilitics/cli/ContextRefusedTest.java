package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Contexts that cannot be read, or only after a warning, and which kubeconfig counts.
@Timeout(180)
class ContextRefusedTest {
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
  void aContextThatIsNotThereIsNotContacted() {
    Run run = cluster.run("graph", "--context", "tets");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.UNREADABLE,
                "",
                "kubilitics graph: context 'tets': there is no such context in "
                    + cluster.kubeconfig()
                    + "; did you mean test?\n"));
    assertThat(cluster.server().log().all()).isEmpty();
  }

  @Test
  void aServerThatDoesNotAnswerIsUnreadable() {
    cluster.server().stop();

    Run run = cluster.run("graph", "--context", "test");

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.err()).startsWith("kubilitics graph: ").contains("127.0.0.1");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aCheckAgainstAClusterOfWhichNothingCanBeReadDoesNotPass() {
    cluster.server().faults().add(When.list("/"), new Fault.Status(429, Duration.ofSeconds(30)));

    Run run = cluster.run("check", manifests.toString(), "--context", "test", "-o", "table");

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("nothing could be checked against context test\n")
        .contains("kinds could be read");
  }

  @Test
  void aTokenThatIsNotAcceptedIsUnreadableAndNotShown() {
    cluster.server().revoke(FakeApiServer.TOKEN);

    Run run = cluster.run("graph", "--context", "test");

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.err()).doesNotContain(FakeApiServer.TOKEN);
  }

  @Test
  void aServerThatIsNotCheckedIsWarnedOf() throws IOException {
    Path insecure =
        Files.writeString(
            folder.resolve("insecure"),
            Files.readString(cluster.kubeconfig())
                .replaceAll("certificate-authority-data: .*", "insecure-skip-tls-verify: true"));

    Run run = Run.of("graph", "--context", "test", "--kubeconfig", insecure.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .startsWith("kubilitics: WARNING: context test: insecure-skip-tls-verify: ");
  }

  @Test
  void theEnvironmentNamesTheKubeconfig() {
    String config = cluster.kubeconfig().toString();
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
    Run both = cluster.run("graph", manifests.toString(), "--context", "test");
    Run three = cluster.run("diff", "a", "--context", "test", "b");
    Run against = cluster.run("check", "a", "--context", "test", "--against", "demo");

    assertThat(both.err()).contains("there can be only one source").contains("context test");
    assertThat(three.err()).contains("SOURCE: is needed twice, and is there 3 times");
    assertThat(against.err()).contains("--against: and --context are both given");
    assertThat(new int[] {both.code(), three.code(), against.code()}).containsOnly(ExitCode.USAGE);
    assertThat(cluster.server().log().all()).isEmpty();
  }
}
