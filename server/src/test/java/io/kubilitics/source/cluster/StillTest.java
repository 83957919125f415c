package io.kubilitics.source.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.demo.DemoCluster;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.testbed.DemoManifests;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeRights;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cluster as a command reads it.
class StillTest {
  /// Half a second is enough for a server on this machine.
  private static final ClusterPace IMPATIENT = Live.impatient(Duration.ofMillis(500));

  private static Topology demo(DemoSpec spec) {
    Catalogue catalogue = Live.BUILT_IN.forCluster();
    Watched watched = new Watched(catalogue);
    try (DemoSource demo = DemoSource.still(spec, catalogue, DemoManifests.BORN)) {
      demo.open(watched);
    }
    return watched.topology();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000})
  void aClusterWithTheObjectsOfTheDemoHasItsTopology(int size) {
    DemoSpec spec = new DemoSpec(size, 42);
    Topology expected = demo(spec);
    try (FakeApiServer server = FakeApiServer.start()) {
      server.fill(DemoCluster.of(spec, DemoManifests.BORN, DemoSource.USUAL_PACE));
      try (Live live = Live.once(Live.access(server))) {
        assertThat(Watched.nodes(live.watched.topology())).isEqualTo(Watched.nodes(expected));
        assertThat(live.watched.edges()).isEqualTo(Watched.edges(expected));
        assertThat(live.watched.overlapped()).isFalse();
        assertThat(live.watched.rejected()).isEmpty();
      }
    }
  }

  @Test
  void servedAliveItHasTheSameTopology() {
    DemoSpec spec = new DemoSpec(1_000, 42);
    Topology expected = demo(spec);
    try (FakeApiServer server = FakeApiServer.start()) {
      server.fill(DemoCluster.of(spec, DemoManifests.BORN, DemoSource.USUAL_PACE));
      try (Live live = Live.open(server, 1)) {
        assertThat(Watched.nodes(live.watched.topology())).isEqualTo(Watched.nodes(expected));
        assertThat(live.watched.edges()).isEqualTo(Watched.edges(expected));
        assertThat(live.watched.overlapped()).isFalse();
      }
    }
  }

  @RepeatedTest(3)
  void aServerThatFailsOneRequestInEightIsReadWholeAllTheSame(RepetitionInfo repetition) {
    DemoSpec spec = new DemoSpec(300, 42);
    List<String> expected = Watched.edges(demo(spec));
    long seed = repetition.getCurrentRepetition();
    try (FakeApiServer server = FakeApiServer.hostile(seed)) {
      server.fill(DemoCluster.of(spec, DemoManifests.BORN, DemoSource.USUAL_PACE));
      try (Live live = Live.hasty(server, seed)) {
        live.until(() -> live.watched.size() > 0);
        live.until(() -> live.watched.edges().equals(expected));
        assertThat(live.watched.overlapped()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "cluster-dump"})
  void aClusterWithTheObjectsOfADumpHasItsTopology(String set) {
    ServedManifests manifests =
        new ServedManifests(Path.of("src/test/resources/manifests").resolve(set));
    try (FakeApiServer server = FakeApiServer.start()) {
      manifests.serve(server);
      try (Live live = Live.once(Live.access(server))) {
        assertThat(Watched.nodes(live.watched.topology()))
            .isNotEmpty()
            .containsExactlyElementsOf(withoutEvents(Watched.nodes(manifests.topology())));
        assertThat(live.watched.edges())
            .isNotEmpty()
            .containsExactlyElementsOf(withoutEvents(Watched.edges(manifests.topology())));
      }
    }
  }

  /// Somebody may have dumped them; in a live cluster they are no objects of the map.
  private static List<String> withoutEvents(List<String> texts) {
    return texts.stream().filter(text -> !text.contains("Event/")).toList();
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeUnreachable() {
    FakeApiServer server = FakeApiServer.start();
    ClusterAccess access = Live.access(server);
    server.close();

    assertThatThrownBy(() -> Live.once(access).close())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class))
        .hasMessageContaining("context test");
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedForLong() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI nowhere = URI.create("https://127.0.0.1:" + silent.getLocalPort());

      assertThatThrownBy(() -> Live.once(Live.access(nowhere, "t", "default"), IMPATIENT).close())
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("does not answer");
    }
  }

  @Test
  void aTokenThatIsNotAcceptedIsSaidNotToBe() {
    try (FakeApiServer server = FakeApiServer.start()) {
      assertThatThrownBy(() -> Live.once(Live.access(server.url(), "wrong", "default")).close())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class))
          .hasMessageContaining("does not accept the credentials")
          .hasMessageNotContaining("wrong");
    }
  }

  @Test
  void aTokenThatHasRunOutIsSaidToHave() {
    String claims = "{\"sub\":\"me\",\"exp\":1767225600}";
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String token = "e30." + encoder.encodeToString(claims.getBytes(US_ASCII)) + ".c2ln";
    try (FakeApiServer server = FakeApiServer.start()) {
      assertThatThrownBy(() -> Live.once(Live.access(server.url(), token, "default")).close())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class))
          .hasMessageContaining("they expired at 2026-01-01T00:00:00Z")
          .hasMessageNotContaining(token);
    }
  }

  @Test
  void aKindThatMayNotBeReadIsForbiddenAndNoFailure() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
      server.rights().forbid("admin", "", "secrets", FakeRights.ANY);
      try (Live live = Live.once(Live.access(server))) {
        assertThat(live.watched.knowledge(Kind.core("Secret"))).contains(Knowledge.FORBIDDEN);
        assertThat(live.watched.state(Kind.core("Secret"), "").orElseThrow().message())
            .contains("secrets");
        assertThat(live.watched.knowledge(Kind.core("Node"))).contains(Knowledge.SYNCED);
        assertThat(live.watched.object("Node/n")).isPresent();
        assertThat(live.watched.rejected()).isEmpty();
      }
    }
  }

  @Test
  void whoMayReadNothingIsToldSo() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.rights().forbid("admin", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY);

      assertThatThrownBy(() -> Live.once(Live.access(server)).close())
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("may not list anything");
    }
  }

  @Test
  void aKindWhoseServerFailsIsNamedAndTheRestIsRead() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
      server.faults().add(When.any("/apis/apps/v1/deployments"), new Fault.Status(503));
      try (Live live = Live.once(Live.access(server), Live.impatient(Duration.ofSeconds(10)))) {
        assertThat(live.watched.object("Node/n")).isPresent();
        assertThat(live.watched.rejected()).singleElement().asString().contains("Deployment.apps");
        assertThat(live.watched.knowledge(new Kind("apps", "Deployment")))
            .contains(Knowledge.SYNCING);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aClusterOfWhichNoKindCanBeReadIsUnreadable(int status) {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
      server.faults().add(When.list("/"), new Fault.Status(status, Duration.ofSeconds(30)));

      assertThatThrownBy(
              () -> Live.once(Live.access(server), Live.impatient(Duration.ofSeconds(2))).close())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class))
          .hasMessageContaining("none of its ")
          .hasMessageContaining(" kinds could be read: ");
    }
  }

  @Test
  void aListThatExpiresAgainAndAgainIsGivenUpAndTheRestIsRead() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
      server.faults().add(When.any("/apis/apps/v1/deployments"), new Fault.Status(410));
      try (Live live = Live.once(Live.access(server), Live.impatient(Duration.ofSeconds(5)))) {
        assertThat(live.watched.object("Node/n")).isPresent();
        assertThat(live.watched.rejected())
            .singleElement()
            .asString()
            .contains("Deployment.apps", "does not keep");
      }
    }
  }

  @Test
  void aListOfWhichNothingComesIsGivenUpAndTheRestIsRead() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
      server.faults().add(When.any("/apis/apps/v1/deployments"), new Fault.StallAfter(5));
      try (Live live = Live.once(Live.access(server), Live.limited(Duration.ofSeconds(4)))) {
        assertThat(live.watched.object("Node/n")).isPresent();
        assertThat(live.watched.rejected())
            .singleElement()
            .asString()
            .contains("Deployment.apps", "did not come to an end");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version", "/api", "/apis"})
  void aServerThatIsBusyAtFirstIsAskedAgainWhenItSays(String path) {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
      server.faults().add(When.any(path).times(2), new Fault.Status(429, Duration.ofSeconds(1)));
      try (Live live = Live.once(Live.access(server))) {
        assertThat(live.watched.object("Node/n")).isPresent();
      }
    }
  }

  @Test
  void eachKindIsAskedForOnceAndNothingIsWatched() {
    try (FakeApiServer server = FakeApiServer.start()) {
      try (Live _ = Live.once(Live.access(server))) {
        assertThat(server.log().all(request -> request.verb() == FakeVerb.WATCH)).isEmpty();
        assertThat(server.log().timesListed("pods")).isEqualTo(1);
        assertThat(server.log().timesListed("events")).isZero();
        assertThat(server.log().mostAtOnce(FakeVerb.LIST)).isBetween(1, 4);
      }
    }
  }

  @Test
  void aBodyIsReadWhenItIsAskedForAndMasked() {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put(
          """
          {"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"shop"},
           "data":{"password":"c2VzYW1l"}}\
          """);
      try (Live live = Live.once(Live.access(server))) {
        assertThat(live.source.body(ResourceId.parse("Secret/shop/s")).orElseThrow().toString())
            .contains("password")
            .doesNotContain("c2VzYW1l");
        assertThat(live.source.body(ResourceId.parse("Secret/shop/none"))).isEmpty();
        assertThat(live.source.body(ResourceId.parse("Unheard.of/shop/none"))).isEmpty();

        server.rights().forbid("admin", "", "secrets", FakeRights.ANY);
        assertThatThrownBy(() -> live.source.body(ResourceId.parse("Secret/shop/s")))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));

        server.stop();
        assertThatThrownBy(() -> live.source.body(ResourceId.parse("Secret/shop/s")))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class));
      }
    }
  }

  @Test
  void aNameThatNoObjectCanHaveIsNeverAskedFor() {
    try (FakeApiServer server = FakeApiServer.start();
        Live live = Live.once(Live.access(server))) {
      server.log().clear();
      for (String name : List.of("..", ".", "a%2Fb", "..%2Fsecrets", "a%25b")) {
        assertThat(live.source.body(ResourceId.parse("Pod/shop/" + name))).isEmpty();
        assertThat(live.source.body(ResourceId.parse("Pod/" + name + "/pod"))).isEmpty();
      }
      assertThat(server.log().all()).isEmpty();
    }
  }
}
