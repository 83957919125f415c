package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeKind;
import io.kubilitics.testbed.FakeRights;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the condition of a cluster says to a user who may not do much.
class RefusedTest {
  private FakeApiServer server;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    server.addKind(FakeKind.custom("Widget.example.com", "v1", "widgets", true));
    server.put(
        """
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}\
        """);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void forbidAll() {
    server.rights().forbid("admin", FakeRights.ANY, FakeRights.ANY, FakeRights.ANY);
  }

  private static void untilNothingMayBeListed(Live live) {
    live.until(
        () -> live.watched.condition().message().equals("the user may not list anything there"));
    live.until(() ->
        live.watched.condition().warnings().stream()
            .anyMatch(each -> each.contains("in namespace default alone")));
  }

  private static void untilAllIsWell(Live live) {
    live.until(() ->
        live.watched.condition().message().isEmpty()
            && live.watched.condition().warnings().isEmpty());
  }

  @Test
  void whoMayNothingIsToldSoAndWhatWouldHelp() {
    forbidAll();
    try (Live live = Live.open(server, 1)) {
      untilNothingMayBeListed(live);
      assertThat(live.watched.ids()).isEmpty();
    }
  }

  @Test
  void whoseRightsAreTakenIsToldWhileItRunsUntilHeHasThemAgain() {
    try (Live live =
        Live.begin(Live.access(server), Live.looking(Duration.ofHours(1)), 1).opened()) {
      untilAllIsWell(live);

      forbidAll();
      untilNothingMayBeListed(live);

      server.rights().reset();
      untilAllIsWell(live);
    }
  }

  @Test
  void whoMayNotListNamespacesIsToldWhereHisObjectsAreLookedFor() {
    server.rights().forbid("admin", "", "namespaces", FakeRights.ANY);
    try (Live live = Live.open(server, 1)) {
      live.until(() ->
          live.watched.condition().warnings().stream()
              .anyMatch(each -> each.contains("in namespace default alone")));
      assertThat(live.watched.condition().message()).isEmpty();
    }
  }
}
