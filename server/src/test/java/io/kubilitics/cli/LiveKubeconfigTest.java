package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Origin;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.cluster.credential.PluginPolicy;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigFiles;
import io.kubilitics.testbed.FakeApiServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class LiveKubeconfigTest {
  private static final Duration PACE = Duration.ofMillis(10);

  @TempDir Path folder;
  private final FakeApiServer server = FakeApiServer.start();
  private final Shell shell =
      new Shell(
          new ByteArrayInputStream(new byte[0]),
          new ByteArrayOutputStream(),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          false,
          false,
          false,
          Map.of(),
          Clock.systemUTC(),
          new Foreground());
  private Path config;
  private LiveKubeconfig kubeconfig;

  @BeforeEach
  void open() {
    config = server.kubeconfig(folder.resolve("config"));
    kubeconfig =
        LiveKubeconfig.open(
            KubeconfigFiles.of(config.toString(), Map.of()),
            LiveConnector.of(shell, new PluginPolicy.DenyAll()),
            PACE);
  }

  @AfterEach
  void close() {
    kubeconfig.close();
    server.close();
  }

  @Test
  void aClusterGoesOnWithNewCredentials() throws Exception {
    server.revoke(FakeApiServer.TOKEN);
    Listening listening =
        new Listening(condition -> condition.phase() == SourceCondition.Phase.REFUSED);
    try (ResourceSource source = kubeconfig.cluster("test", Catalogue.builtIn().forCluster())) {
      Thread reader = Thread.ofVirtual().start(() -> source.open(listening));
      listening.await();

      server.token("new-token", "admin");
      Files.writeString(config, Files.readString(config).replace(FakeApiServer.TOKEN, "new-token"));

      listening.await(condition -> condition.phase() == SourceCondition.Phase.CONNECTED);
      reader.join();
    }
  }

  @Test
  void aClusterWhoseContextIsGoneSaysSoAndGoesOn() throws Exception {
    Listening listening =
        new Listening(condition -> condition.phase() == SourceCondition.Phase.CONNECTED);
    try (ResourceSource source = kubeconfig.cluster("test", Catalogue.builtIn().forCluster())) {
      source.open(listening);
      listening.await();
      String before = Files.readString(config);

      Files.writeString(config, before.replace("contexts:\n- name: test", "contexts:\n- name: x"));
      listening.await(condition -> !condition.warnings().isEmpty());
      assertThat(listening.last.phase()).isEqualTo(SourceCondition.Phase.CONNECTED);

      Files.writeString(config, before);
      listening.await(condition -> condition.warnings().isEmpty());
    }
  }

  @Test
  void contextsAreFoundWithoutContactingAnybody() {
    ServeOpenings openings = new ServeOpenings(shell, Catalogue.builtIn(), kubeconfig, false);

    assertThat(openings.found().contexts())
        .extracting(context -> context.name())
        .containsExactly("test");
    assertThat(openings.found().warnings()).isEmpty();
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void whatIsNoContextIsNotFound() {
    ServeOpenings openings = new ServeOpenings(shell, Catalogue.builtIn(), kubeconfig, false);

    assertThatThrownBy(() -> openings.open(new Origin.Context("nobody"), openings.catalogue()))
        .extracting(problem -> ((ProblemException) problem).problem())
        .isEqualTo(new Problem.NotFound("context nobody"));
  }

  /// Waits for conditions.
  private static final class Listening implements SourceListener {
    private Predicate<SourceCondition> wanted;
    private CountDownLatch met = new CountDownLatch(1);
    private SourceCondition last = SourceCondition.NONE;

    Listening(Predicate<SourceCondition> wanted) {
      this.wanted = wanted;
    }

    @Override
    public synchronized void condition(SourceCondition condition) {
      last = condition;
      if (wanted.test(condition)) {
        met.countDown();
      }
    }

    void await(Predicate<SourceCondition> next) throws InterruptedException {
      synchronized (this) {
        wanted = next;
        met = new CountDownLatch(next.test(last) ? 0 : 1);
      }
      await();
    }

    void await() throws InterruptedException {
      CountDownLatch latch;
      synchronized (this) {
        latch = met;
      }
      assertThat(latch.await(60, TimeUnit.SECONDS)).as("last: %s", last).isTrue();
    }

    @Override
    public void changes(List<Change> batch) {}

    @Override
    public void rejected(Place place, String reason) {}
  }
}
