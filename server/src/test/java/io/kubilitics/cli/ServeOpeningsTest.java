package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.config.Settings;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.FoundContext;
import io.kubilitics.session.Origin;
import io.kubilitics.session.Readiness;
import io.kubilitics.session.Roster;
import io.kubilitics.session.Session;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.LogLines;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a server finds in the kubeconfig, and opens only when somebody wants it.
@Timeout(300)
class ServeOpeningsTest {
  @TempDir Path folder;

  private final FakeApiServer wanted = FakeApiServer.start();
  private final FakeApiServer other = FakeApiServer.start();
  private final Fleet fleet = new Fleet(Clock.systemUTC());
  private String config = "";
  private @Nullable LiveKubeconfig live;

  @BeforeEach
  void twoClusters() throws IOException {
    for (FakeApiServer server : List.of(wanted, other)) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\"}}");
      server.put(
          """
          {"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart","namespace":"shop"},
           "spec":{"containers":[{"name":"main","image":"cart"}]}}\
          """);
    }
    Path first = kubeconfig(wanted, "wanted");
    Path second = kubeconfig(other, "other");
    config = first + File.pathSeparator + second;
  }

  /// One whose entries have names of their own.
  private Path kubeconfig(FakeApiServer server, String context) throws IOException {
    Path file =
        server.kubeconfig(
            folder.resolve(context), server.url(), Map.of(context, FakeApiServer.TOKEN));
    String text = Files.readString(file);
    return Files.writeString(
        file,
        text.replace("- name: test-bed\n", "- name: " + context + "\n")
            .replace("cluster: test-bed,", "cluster: " + context + ","));
  }

  @AfterEach
  void close() {
    fleet.close();
    if (live != null) {
      live.close();
    }
    wanted.close();
    other.close();
  }

  private ServeOpenings openings() {
    return openings(false);
  }

  private ServeOpenings openings(boolean stdinIsLeft) {
    Map<String, String> environment = Map.of("KUBECONFIG", config);
    Shell shell =
        new Shell(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            false,
            false,
            environment,
            Clock.systemUTC(),
            new Foreground());
    Settings settings = Settings.read(Map.of(), null, environment);
    live =
        LiveKubeconfig.open(
            KubeconfigOption.files(settings, shell),
            LiveConnector.of(shell, PluginOptions.policyOfServer(settings, shell, false)),
            Duration.ofMillis(20));
    return new ServeOpenings(shell, Catalogue.builtIn(), live, stdinIsLeft);
  }

  private static void awaitReady(Session session) throws Exception {
    Eventually.holds(() -> assertThat(session.readiness()).isEqualTo(new Readiness.Ready()));
  }

  @Test
  void whatNobodyOpensIsNeverContacted() throws Exception {
    Roster roster = new Roster(fleet, openings(), folder);
    assertThat(roster.all())
        .extracting(entry -> entry.name().value())
        .containsExactly("other", "wanted");

    Session session = roster.open(new Origin.Context("wanted"), null);

    awaitReady(session);
    assertThat(session.topology().node(ResourceId.parse("Pod/shop/cart"), Viewer.EVERYTHING))
        .isPresent();
    assertThat(wanted.log().timesListed("pods")).isEqualTo(1);
    roster.all();
    assertThat(other.log().count()).isZero();
    assertThat(other.log().connections()).isZero();
  }

  @Test
  void aClusterThatIsClosedIsLeftAlone() throws Exception {
    Roster roster = new Roster(fleet, openings(), folder);
    Session session = roster.open(new Origin.Context("wanted"), null);
    awaitReady(session);
    Eventually.holds(() -> assertThat(wanted.log().open(FakeVerb.WATCH)).isPositive());

    roster.close(new ClusterId("wanted"));

    Eventually.holds(() -> assertThat(wanted.log().openConnections()).isZero());
    long asked = wanted.log().count();
    wanted.put(
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"till","namespace":"shop"},
         "spec":{"containers":[]}}\
        """);
    roster.all();
    assertThat(wanted.log().count()).isEqualTo(asked);
    Eventually.holds(() ->
        assertThat(Thread.getAllStackTraces().keySet())
            .extracting(Thread::getName)
            .noneMatch(name -> name.contains("wanted")));
    assertThat(roster.find(new ClusterId("wanted"))).isPresent();
  }

  @Test
  void severalClustersAreOpenAtOnceAndOneThatFailsHarmsNoOther() throws Exception {
    other.revoke(FakeApiServer.TOKEN);
    Roster roster = new Roster(fleet, openings(), folder);

    Session refused = roster.open(new Origin.Context("other"), null);
    Session good = roster.open(new Origin.Context("wanted"), null);

    awaitReady(good);
    Eventually.holds(() -> assertThat(refused.condition().phase().text()).isEqualTo("refused"));
    assertThat(good.condition().phase().text()).isEqualTo("connected");
    assertThat(good.condition().version()).isEqualTo("v1.36.3");
  }

  @Test
  void afterARestartNothingIsContactedThatWasOpenBefore() throws Exception {
    try (Roster roster = new Roster(fleet, openings(), folder)) {
      awaitReady(roster.open(new Origin.Context("wanted"), null));
    }
    fleet.close();
    Eventually.holds(() -> assertThat(wanted.log().openConnections()).isZero());
    long asked = wanted.log().count();
    try (Fleet later = new Fleet(Clock.systemUTC())) {
      Roster roster = new Roster(later, openings(), folder);

      assertThat(roster.find(new ClusterId("wanted")))
          .hasValueSatisfying(entry -> assertThat(entry.lastConnected()).isNotNull());
      assertThat(wanted.log().count()).isEqualTo(asked);
    }
    assertThat(Files.readString(folder.resolve(Roster.FILE)))
        .contains("\"context\":\"wanted\"")
        .doesNotContain(FakeApiServer.TOKEN, "127.0.0.1");
  }

  @Test
  void whatIsWrongWithAKubeconfigIsAWarning() throws Exception {
    Path broken = folder.resolve("broken");
    Files.writeString(broken, "contexts: [\n" + FakeApiServer.TOKEN);
    config = config + File.pathSeparator + broken;

    ServeOpenings openings = openings();

    assertThat(openings.found().contexts()).hasSize(2);
    assertThat(openings.found().warnings())
        .singleElement()
        .asString()
        .contains(broken.toString())
        .doesNotContain(FakeApiServer.TOKEN);
  }

  @Test
  void aKubeconfigThatChangesIsReadAgain() throws Exception {
    ServeOpenings openings = openings();
    assertThat(openings.found().contexts()).hasSize(2);
    Files.delete(folder.resolve("other"));

    Eventually.holds(() ->
        assertThat(openings.found().contexts())
            .extracting(FoundContext::name)
            .containsExactly("wanted"));
    assertThatThrownBy(
            () -> openings.open(new Origin.Context("other"), Catalogue.builtIn().forCluster()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new Problem.NotFound("context other")));
  }

  @Test
  void anAddressIsShownWithoutThePasswordInIt() throws Exception {
    Path file =
        wanted.kubeconfig(
            folder.resolve("c"),
            URI.create("https://jane:s3cret@127.0.0.1:1/base"),
            Map.of("c", FakeApiServer.TOKEN));
    config = file.toString();

    assertThat(openings().found().toString()).doesNotContain("s3cret", FakeApiServer.TOKEN);
  }

  @Test
  void stdinIsForTheCommandLineAlone() {
    ServeOpenings openings = openings(true);
    Origin stdin = new Origin.Source("-");
    assertThat(openings.lasting(stdin)).isEmpty();
    openings.open(stdin, openings.catalogue()).close();

    assertThatThrownBy(() -> openings.open(stdin, openings.catalogue()))
        .hasMessageContaining("stdin belongs to whoever started the server");
  }

  @Test
  void aPathLastsAsTheSameFromEverywhereAndADemoAsItIs() {
    Origin here = new Origin.Source("src/../src/test");
    Origin demo = new Origin.Source("demo:100");

    assertThat(openings().lasting(here))
        .contains(new Origin.Source(Path.of("src/test").toAbsolutePath().toString()));
    assertThat(openings().lasting(demo)).contains(demo);
    assertThat(openings().lasting(new Origin.Context("prod"))).contains(new Origin.Context("prod"));
  }

  @Test
  void aPathBehindALinkStaysWhatItIs() throws Exception {
    Path far = Files.createDirectories(folder.resolve("far/away"));
    Files.createDirectories(folder.resolve("far/manifests"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), far);
    Path meant = link.resolve("../manifests");

    assertThat(openings().lasting(new Origin.Source(meant.toString())))
        .contains(new Origin.Source(meant.toString()));
  }

  @Test
  void aPathThatIsNotThereIsToldAtOnce() {
    ServeOpenings openings = openings();

    assertThatThrownBy(() ->
            openings.open(
                new Origin.Source(folder.resolve("nowhere").toString()), openings.catalogue()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceThatNeverEndsIsNotRead() {
    ServeOpenings openings = openings();

    assertThatThrownBy(() -> openings.open(new Origin.Source("/dev/zero"), openings.catalogue()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is neither a regular file nor a folder");
  }

  @Test
  void noSecretIsLogged() throws Exception {
    try (LogLines log = LogLines.all()) {
      Roster roster = new Roster(fleet, openings(), folder);
      awaitReady(roster.open(new Origin.Context("wanted"), null));
      roster.close(new ClusterId("wanted"));

      assertThat(log.text()).doesNotContain(FakeApiServer.TOKEN);
    }
  }
}
