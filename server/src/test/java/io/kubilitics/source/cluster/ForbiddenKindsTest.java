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

/// Kinds that may not be read are asked for themselves once an hour here, so that what is found
/// sooner was found by the question for the user's rights.
class ForbiddenKindsTest {
  private static final Kind POD = Kind.core("Pod");
  private static final Kind SECRET = Kind.core("Secret");
  private static final String PODS = "/api/v1/pods";

  private FakeApiServer server;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart","namespace":"shop"},
         "spec":{"containers":[{"name":"c","image":"i"}]}}\
        """);
    server.token("first-token", "dev");
    server.token("second-token", "ops");
    server.rights().forbid("dev", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY);
    server.rights().forbid("ops", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Live open() {
    return Live.forbearing(Live.access(server.url(), "first-token", "shop"), 1).opened();
  }

  private List<FakeRequest> asked(String path) {
    return server.log().all(request -> request.path().contains(path));
  }

  private static String message(Live live, Kind kind) {
    return live.watched.state(kind, "").map(KindState::message).orElse("");
  }

  @RepeatedTest(3)
  void rightsGivenBackAreFoundByOneQuestionForAllKinds() {
    try (Live live = open()) {
      live.until(() -> message(live, POD).contains("; asked again at "));
      assertThat(live.watched.knowledge(POD)).contains(Knowledge.FORBIDDEN);
      server.log().clear();
      live.until(() -> asked("selfsubjectrulesreviews").size() >= 2);
      assertThat(asked(PODS)).isEmpty();
      assertThat(asked("/api/v1/secrets")).isEmpty();

      server.rights().reset();

      live.until(() -> live.watched.object("Pod/shop/cart").isPresent());
      live.until(() -> live.watched.knowledge(SECRET).equals(Optional.of(Knowledge.SYNCED)));
      live.until(() -> message(live, POD).isEmpty());
    }
  }

  @RepeatedTest(3)
  void whatIsForbiddenToAnotherUserIsSaidOfThatOne() {
    try (Live live = open()) {
      live.until(() -> message(live, POD).contains("dev"));
      live.until(() -> message(live, SECRET).contains("dev"));

      live.source.reaccess(Live.access(server.url(), "second-token", "shop"));

      live.until(() ->
          live.watched.states().values().stream()
              .filter(state -> state.knowledge() == Knowledge.FORBIDDEN)
              .allMatch(state -> state.message().contains("ops")));
      assertThat(message(live, POD)).contains("; asked again at ");
    }
  }

  @RepeatedTest(3)
  void anotherUserWhoMayReadEverythingIsNotKeptWaiting() {
    try (Live live = open()) {
      live.until(() -> message(live, POD).contains("dev"));

      live.source.reaccess(Live.access(server.url(), FakeApiServer.TOKEN, "shop"));

      live.until(() -> live.watched.object("Pod/shop/cart").isPresent());
    }
  }
}
