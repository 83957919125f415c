package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeRights;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/// A cluster that is served, and what may happen to it.
class AliveTest {
  private static final Kind POD = Kind.core("Pod");
  private static final Kind WIDGET = new Kind("example.com", "Widget");

  private FakeApiServer server;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    namespace("default");
    namespace("shop");
    pod("shop", "cart");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void namespace(String name) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"%s"}}\
        """
            .formatted(name));
  }

  private void pod(String namespace, String name) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s"},
         "spec":{"containers":[{"name":"c","image":"i"}]}}\
        """
            .formatted(name, namespace));
  }

  private void widget(String version, String name) {
    server.put(
        """
        {"apiVersion":"example.com/%s","kind":"Widget",
         "metadata":{"name":"%s","namespace":"shop"},"spec":{"size":3}}\
        """
            .formatted(version, name));
  }

  private void define(String... versions) {
    StringBuilder served = new StringBuilder();
    for (String version : versions) {
      served
          .append(served.isEmpty() ? "" : ",")
          .append(
              """
              {"name":"%s","served":true,"storage":%s,
               "additionalPrinterColumns":[
                 {"name":"Size","type":"integer","jsonPath":".spec.size"}]}\
              """
                  .formatted(version, served.isEmpty()));
    }
    server.put(
        """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
         "metadata":{"name":"widgets.example.com"},
         "spec":{"group":"example.com","scope":"Namespaced",
           "names":{"kind":"Widget","plural":"widgets","singular":"widget","shortNames":["wi"]},
           "versions":[%s]},
         "status":{"conditions":[{"type":"Established","status":"True"}]}}\
        """
            .formatted(served));
  }

  @RepeatedTest(3)
  void aKindThatWaitsForItsTurnIsNotTakenForOneThatIsNotServed() {
    server.faults().add(When.list("/"), new Fault.Delay(Duration.ofMillis(100)));

    try (Live live = Live.open(server, 1)) {
      assertThat(live.watched.toldBeforeTheRest())
          .contains(POD, Kind.core("Secret"), new Kind("networking.k8s.io", "Ingress"));
    }
  }

  @RepeatedTest(3)
  void whatChangesIsTold() {
    try (Live live = Live.open(server, 1)) {
      assertThat(live.watched.object("Pod/shop/cart")).isPresent();
      assertThat(live.watched.isUsable()).isTrue();
      assertThat(live.watched.knowledge(POD)).contains(Knowledge.SYNCED);
      assertThat(live.watched.knowledge(KindState.ANY_OTHER)).contains(Knowledge.NOT_SERVED);
      assertThat(live.watched.condition().phase()).isEqualTo(Phase.CONNECTED);
      assertThat(live.watched.condition().version()).isEqualTo("v1.36.3");

      pod("shop", "api");
      live.until(() -> live.watched.object("Pod/shop/api").isPresent());
      server.delete(ResourceId.parse("Pod/shop/cart"));
      live.until(() -> live.watched.object("Pod/shop/cart").isEmpty());
      assertThat(live.watched.overlapped()).isFalse();
    }
  }

  @RepeatedTest(3)
  void eachKindIsListedOnce() {
    define("v1");
    widget("v1", "a");
    try (Live live = Live.open(server, 2)) {
      assertThat(live.watched.object("Widget.example.com/shop/a")).isPresent();
      for (String resource : List.of("pods", "namespaces", "deployments.apps")) {
        assertThat(server.log().timesListed(resource)).as(resource).isEqualTo(1);
      }
      assertThat(server.log().all(FakeVerb.LIST, "widgets.example.com"))
          .as("one look, %s", server.log().all(FakeVerb.LIST, "widgets.example.com"))
          .hasSizeBetween(1, 2);
    }
  }

  @RepeatedTest(3)
  void aServerThatIsNotThereAtFirstIsWaitedFor() throws Exception {
    server.stop();
    try (Live live = Live.begin(server, 3)) {
      live.until(() -> live.watched.condition().phase() == Phase.UNREACHABLE);
      assertThat(live.watched.condition().message()).contains("next attempt at");
      assertThat(live.isOpening()).isTrue();
      assertThat(live.watched.knowledge(KindState.ANY_OTHER)).contains(Knowledge.SYNCING);

      server.resume();
      live.opened();
      assertThat(live.watched.object("Pod/shop/cart")).isPresent();
      assertThat(live.watched.condition().phase()).isEqualTo(Phase.CONNECTED);
    }
  }

  @RepeatedTest(3)
  void itEndsInTheMiddleOfOpening() {
    server.stop();
    Live live = Live.begin(server, 4);
    live.until(() -> live.watched.condition().phase() == Phase.UNREACHABLE);
    live.close();
    live.opened();
  }

  @RepeatedTest(3)
  void rightsThatAreTakenAwayAndGivenBackAreNoticed() {
    try (Live live = Live.open(server, 5)) {
      server.rights().forbid("admin", "", "pods", FakeRights.ANY);
      live.until(() -> live.watched.knowledge(POD).equals(Optional.of(Knowledge.FORBIDDEN)));
      live.until(() -> live.watched.count(POD) == 0);

      server.rights().reset();
      pod("shop", "late");
      live.until(() -> live.watched.object("Pod/shop/late").isPresent());
      live.until(() -> live.watched.knowledge(POD).equals(Optional.of(Knowledge.SYNCED)));
      live.until(() -> live.watched.count(POD) == 2);
    }
  }

  @RepeatedTest(3)
  void aDefinitionThatComesBringsItsKindAndTakesItAway() {
    try (Live live = Live.open(server, 6)) {
      define("v1");
      widget("v1", "a");
      live.until(() -> live.watched.object("Widget.example.com/shop/a").isPresent());
      live.until(() ->
          live.watched
              .object("Widget.example.com/shop/a")
              .filter(widget -> "3".equals(widget.features().get("Size")))
              .isPresent());

      server.delete(
          ResourceId.parse("CustomResourceDefinition.apiextensions.k8s.io/widgets.example.com"));
      live.until(() -> live.watched.count(WIDGET) == 0);
      live.until(() -> live.watched.knowledge(WIDGET).equals(Optional.of(Knowledge.NOT_SERVED)));

      define("v2");
      widget("v2", "b");
      live.until(() -> live.watched.object("Widget.example.com/shop/b").isPresent());
    }
  }

  /// Between the question what is served and the first list of the definitions.
  @RepeatedTest(3)
  void aKindThatIsDefinedWhileTheClusterIsOpenedIsNotMissed() {
    String definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    server.faults().add(When.any(definitions).once(), new Fault.Delay(Duration.ofSeconds(2)));
    try (Live live = Live.begin(server, 16)) {
      live.until(() -> live.watched.object("Pod/shop/cart").isPresent());
      define("v1");
      widget("v1", "a");
      live.opened();

      live.until(() -> live.watched.object("Widget.example.com/shop/a").isPresent());
    }
  }

  @RepeatedTest(3)
  void anotherVersionTakesOverWithoutLoss() {
    define("v1");
    widget("v1", "a");
    try (Live live = Live.open(server, 7)) {
      live.until(() -> live.watched.object("Widget.example.com/shop/a").isPresent());
      int gone = live.watched.gone();

      define("v2");
      live.until(() ->
          live.watched
              .object("Widget.example.com/shop/a")
              .filter(widget -> widget.version().equals("v2"))
              .isPresent());
      live.until(() -> live.watched.knowledge(WIDGET).equals(Optional.of(Knowledge.SYNCED)));

      assertThat(live.watched.gone()).isEqualTo(gone);
      widget("v2", "b");
      live.until(() -> live.watched.object("Widget.example.com/shop/b").isPresent());
    }
  }

  @RepeatedTest(3)
  void aUserOfOneNamespaceSeesThatOne() {
    pod("default", "mine");
    server.token("ns-user", "dev");
    server
        .rights()
        .forbid("dev", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY)
        .allow("dev", FakeRights.ANY, FakeRights.ANY, "shop");
    try (Live live =
        Live.begin(Live.access(server.url(), "ns-user", "shop"), Live.FAST, 8).opened()) {
      assertThat(live.watched.object("Pod/shop/cart")).isPresent();
      assertThat(live.watched.object("Pod/default/mine")).isEmpty();
      assertThat(live.watched.knowledge(POD)).contains(Knowledge.FORBIDDEN);
      assertThat(live.watched.state(POD, "shop").map(KindState::knowledge))
          .contains(Knowledge.SYNCED);
      assertThat(live.watched.state(Kind.core("Secret"), "shop").map(KindState::knowledge))
          .contains(Knowledge.POLLED);
      pod("shop", "api");
      live.until(() -> live.watched.object("Pod/shop/api").isPresent());

      server.rights().reset();
      live.until(() -> live.watched.object("Pod/default/mine").isPresent());
      live.until(() ->
          live.watched
              .state(POD, "shop")
              .map(KindState::knowledge)
              .equals(Optional.of(Knowledge.SYNCED)));
      server.delete(ResourceId.parse("Pod/shop/api"));
      live.until(() -> live.watched.object("Pod/shop/api").isEmpty());
    }
  }

  @RepeatedTest(3)
  void aPartOfDiscoveryThatIsDownLeavesItsKindsUnknown() {
    define("v1");
    server.breakGroup("apps", true);
    try (Live live = Live.open(server, 9)) {
      assertThat(live.watched.knowledge(KindState.ANY_OTHER)).contains(Knowledge.SYNCING);
      assertThat(live.watched.object("Pod/shop/cart")).isPresent();

      server.breakGroup("apps", false);
      live.until(() ->
          live.watched
              .knowledge(new Kind("apps", "Deployment"))
              .equals(Optional.of(Knowledge.SYNCED)));
      live.until(() ->
          live.watched.knowledge(KindState.ANY_OTHER).equals(Optional.of(Knowledge.NOT_SERVED)));
    }
  }

  @RepeatedTest(3)
  void aServerThatRestartsIsReadAgainWithoutLoss() throws Exception {
    try (Live live = Live.open(server, 10)) {
      int gone = live.watched.gone();
      server.stop();
      live.until(() -> live.watched.condition().phase() == Phase.UNREACHABLE);
      pod("shop", "meanwhile");
      server.resume();
      live.until(() -> live.watched.object("Pod/shop/meanwhile").isPresent());
      live.until(() -> live.watched.condition().phase() == Phase.CONNECTED);
      assertThat(live.watched.gone()).isEqualTo(gone);
    }
  }

  @RepeatedTest(3)
  void aTokenThatIsRefusedStopsAllUntilThereIsAnother() {
    try (Live live = Live.open(server, 11)) {
      server.revoke(FakeApiServer.TOKEN);
      server.dropConnections();
      live.until(() -> live.watched.condition().phase() == Phase.REFUSED);
      assertThat(live.watched.condition().message()).contains("does not accept the credentials");
      assertThat(live.watched.object("Pod/shop/cart")).isPresent();

      server.token("another", "admin");
      pod("shop", "later");
      live.source.reaccess(Live.access(server.url(), "another", "default"));
      live.until(() -> live.watched.object("Pod/shop/later").isPresent());
      live.until(() -> live.watched.condition().phase() == Phase.CONNECTED);
    }
  }

  @RepeatedTest(3)
  void oneAnswerWithoutAKindIsNotBelieved() {
    server.put(
        """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"cart","namespace":"shop"},"spec":{}}\
        """);
    try (Live live = Live.open(server, 12)) {
      var empty =
          server
              .faults()
              .add(
                  When.any("/apis").once(),
                  new Fault.Answer(
                      200,
                      "application/json",
                      "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[]}"));
      define("v1");
      widget("v1", "a");
      live.until(() -> live.watched.object("Widget.example.com/shop/a").isPresent());

      assertThat(empty.hits()).isEqualTo(1);
      assertThat(live.watched.gone()).isZero();
      assertThat(live.watched.object("Deployment.apps/shop/cart")).isPresent();
    }
  }

  @RepeatedTest(3)
  void aContextThatHasGoneIsMarkedAndStays() {
    try (Live live = Live.open(server, 13)) {
      live.source.contextGone();
      live.until(() -> live.watched.condition().warnings().contains(AccessWarnings.GONE));
      pod("shop", "still");
      live.until(() -> live.watched.object("Pod/shop/still").isPresent());

      live.source.reaccess(Live.access(server));
      live.until(() -> live.watched.condition().warnings().isEmpty());
    }
  }

  @RepeatedTest(3)
  void aContextThatLeadsToAnotherClusterShowsThatOneOnly() {
    server.skipRevisions(1_000);
    pod("shop", "lately");
    try (FakeApiServer other = FakeApiServer.start();
        Live live = Live.open(server, 15)) {
      other.put(
          """
          {"apiVersion":"v1","kind":"Pod","metadata":{"name":"elsewhere","namespace":"shop"},
           "spec":{"containers":[{"name":"c","image":"i"}]}}\
          """);

      live.source.reaccess(Live.access(other));
      live.until(() -> live.watched.object("Pod/shop/elsewhere").isPresent());
      live.until(() -> live.watched.object("Pod/shop/lately").isEmpty());
      live.until(() -> live.watched.object("Namespace/shop").isEmpty());
    }
  }

  @RepeatedTest(3)
  void eventsAreReadFromTheOtherGroupWhereTheyMayNotBeReadFromTheCore() {
    server.rights().forbid("admin", "", "events", FakeRights.ANY);
    server.put(
        """
        {"apiVersion":"events.k8s.io/v1","kind":"Event",
         "metadata":{"name":"e","namespace":"shop"},
         "regarding":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"cart"},
         "reason":"Pulled","note":"done","type":"Normal",
         "eventTime":"2026-11-20T10:00:00.000000Z","reportingController":"kubelet"}\
        """);
    try (Live live = Live.open(server, 14)) {
      live.until(() -> live.watched.events().size() == 1);
      assertThat(live.watched.events().getFirst().reason()).isEqualTo("Pulled");
      assertThat(live.watched.knowledge(Kind.core("Event"))).contains(Knowledge.SYNCED);
      assertThat(live.watched.count(Kind.core("Event"))).isZero();
    }
  }
}
