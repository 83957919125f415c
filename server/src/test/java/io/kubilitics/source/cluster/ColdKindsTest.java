package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeKind;
import io.kubilitics.testbed.FakeRights;
import io.kubilitics.testbed.FakeVerb;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/// Kinds that nobody described and of which there are no objects are looked for every five minutes,
/// which here is an hour, until somebody looks at them.
class ColdKindsTest {
  private static final Kind GADGET = new Kind("example.com", "Gadget");
  private static final Kind WIDGET = new Kind("example.com", "Widget");
  private static final String GADGETS = "gadgets.example.com";
  private static final String WIDGETS = "widgets.example.com";

  private FakeApiServer server;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    server.addKind(FakeKind.custom("Gadget.example.com", "v1", "gadgets", true));
    server.addKind(FakeKind.custom("Widget.example.com", "v1", "widgets", true));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Live open() {
    return Live.begin(Live.access(server), Live.looking(Duration.ofHours(1)), 1).opened();
  }

  private void put(Kind kind) {
    server.put(
        """
        {"apiVersion":"example.com/v1","kind":"%s",
         "metadata":{"name":"first","namespace":"shop"}}\
        """
            .formatted(kind.name()));
  }

  @RepeatedTest(3)
  void aKindThatSomebodyLooksAtIsFollowedAndTheOthersAreNot() {
    try (Live live = open()) {
      assertThat(live.watched.knowledge(GADGET)).contains(Knowledge.POLLED);

      live.source.wanted(GADGET);
      live.until(() -> live.watched.knowledge(GADGET).equals(Optional.of(Knowledge.SYNCED)));
      put(WIDGET);
      put(GADGET);
      live.until(() -> live.watched.object("Gadget.example.com/shop/first").isPresent());

      assertThat(live.watched.knowledge(WIDGET)).contains(Knowledge.POLLED);
      assertThat(live.watched.object("Widget.example.com/shop/first")).isEmpty();
      assertThat(server.log().all(FakeVerb.WATCH, WIDGETS)).isEmpty();
    }
  }

  @RepeatedTest(3)
  void whoLooksAgainAndAgainCostsNothingMore() {
    try (Live live = open()) {
      int before = server.log().timesListed(GADGETS);
      for (int times = 0; times < 1_000; times++) {
        live.source.wanted(GADGET);
      }
      live.until(() -> live.watched.knowledge(GADGET).equals(Optional.of(Knowledge.SYNCED)));
      for (int times = 0; times < 1_000; times++) {
        live.source.wanted(GADGET);
      }
      live.source.wanted(WIDGET);
      live.until(() -> live.watched.knowledge(WIDGET).equals(Optional.of(Knowledge.SYNCED)));

      assertThat(server.log().timesListed(GADGETS)).isEqualTo(before + 1);
      assertThat(server.log().all(FakeVerb.WATCH, GADGETS)).hasSize(1);
    }
  }

  @RepeatedTest(3)
  void aKindThatMayNotBeListedIsNotAskedForBecauseSomebodyLooks() {
    server.rights().forbid("admin", "example.com", "gadgets", FakeRights.ANY);
    try (Live live = open()) {
      live.until(() -> live.watched.knowledge(GADGET).equals(Optional.of(Knowledge.FORBIDDEN)));
      server.log().clear();
      live.source.wanted(GADGET);
      live.source.wanted(new Kind("example.com", "Nobody"));
      live.source.wanted(WIDGET);
      live.until(() -> live.watched.knowledge(WIDGET).equals(Optional.of(Knowledge.SYNCED)));

      assertThat(server.log().all(FakeVerb.WATCH, GADGETS)).isEmpty();
      assertThat(live.watched.knowledge(GADGET)).contains(Knowledge.FORBIDDEN);
    }
  }
}
