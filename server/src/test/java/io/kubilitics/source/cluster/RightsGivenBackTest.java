package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeRequest;
import io.kubilitics.testbed.FakeRights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/// A user of one namespace who may see all of them later.
class RightsGivenBackTest {
  private static final Kind POD = Kind.core("Pod");

  private FakeApiServer server;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    pod("shop", "cart");
    pod("default", "mine");
    server.token("ns-user", "dev");
    server
        .rights()
        .forbid("dev", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY)
        .allow("dev", FakeRights.ANY, FakeRights.ANY, "shop");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void pod(String namespace, String name) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s"},
         "spec":{"containers":[{"name":"c","image":"i"}]}}\
        """
            .formatted(name, namespace));
  }

  private Live open() {
    return Live.begin(Live.access(server.url(), "ns-user", "shop"), Live.FAST, 1).opened();
  }

  /// Those that were answered with all objects of a path.
  private List<FakeRequest> listsOf(String path) {
    return server
        .log()
        .all(request ->
            request.startsOver() && request.status() == 200 && request.path().equals(path));
  }

  @RepeatedTest(3)
  void allNamespacesAreListedOnceAndNothingGoesInBetween() {
    try (Live live = open()) {
      assertThat(live.watched.object("Pod/shop/cart")).isPresent();
      int gone = live.watched.gone();
      server.log().clear();

      server.rights().reset();
      live.until(() -> live.watched.knowledge(POD).equals(Optional.of(Knowledge.SYNCED)));
      assertThat(live.watched.object("Pod/default/mine")).isPresent();
      assertThat(live.watched.state(POD, "shop").map(KindState::knowledge))
          .contains(Knowledge.SYNCED);
      pod("shop", "later");
      live.until(() -> live.watched.object("Pod/shop/later").isPresent());

      assertThat(listsOf("/api/v1/pods")).hasSize(1);
      assertThat(listsOf("/api/v1/namespaces/shop/pods")).isEmpty();
      assertThat(live.watched.gone()).isEqualTo(gone);
      assertThat(live.watched.overlapped()).isFalse();
    }
  }

  @RepeatedTest(3)
  void rightsThatComeAndGoAgainAndAgainLeaveWhatIsThere() {
    try (Live live = open()) {
      for (int round = 0; round < 2; round++) {
        server.rights().reset();
        live.until(() -> live.watched.object("Pod/default/mine").isPresent());
        server
            .rights()
            .forbid("dev", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY)
            .allow("dev", FakeRights.ANY, FakeRights.ANY, "shop");
        String name = "round-" + round;
        pod("shop", name);
        live.until(() -> live.watched.object("Pod/default/mine").isEmpty());
        live.until(() -> live.watched.object("Pod/shop/" + name).isPresent());
      }
    }
  }
}
