package io.kubilitics.api.stream.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.testbed.FoldedTopics;
import io.kubilitics.testbed.TalkingSource;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventsChannelTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final TalkingSource source = TalkingSource.saying(_ -> {});

  private static ObjectEvent event(String key, String kind, String namespace, int second) {
    return event(key, new ResourceId(Kind.core(kind), namespace, "cart"), second);
  }

  private static ObjectEvent event(String key, ResourceId object, int second) {
    return new ObjectEvent(
        key,
        object,
        "",
        ObjectEvent.Type.NORMAL,
        "Pulled",
        "Image is there",
        1,
        NOON,
        NOON.plusSeconds(second),
        "kubelet");
  }

  @Test
  void whoFollowsKnowsWhatOneKnowsWhoHasJustCome() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        EventsChannel channel =
            EventsChannel.open(session.events(), Viewer.EVERYTHING, Set.of(), Set.of())) {
      channel.listen(() -> {});
      FoldedTopics client = FoldedTopics.of(channel.latest().orElseThrow());
      Random random = new Random(2);
      for (int step = 0; step < 900; step++) {
        int number = step;
        String namespace = "n" + random.nextInt(3);
        source.say(
            it -> it.event(event("e" + random.nextInt(600), "P" + number % 60, namespace, number)));
        if (random.nextInt(9) == 0) {
          Edition edition = channel.latest().orElseThrow();
          client.follow(edition);
          assertThat(client.items()).isEqualTo(FoldedTopics.of(edition).items());
        }
      }
    }
  }

  @Test
  void anEventIsWrittenAsInTheAnswerAboutEvents() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        EventsChannel channel =
            EventsChannel.open(session.events(), Viewer.EVERYTHING, Set.of(), Set.of())) {
      source.say(it -> it.event(event("a", "Pod", "shop", 5)));

      JsonNode event =
          FoldedTopics.of(channel.latest().orElseThrow()).item("shop", "a").path("event");
      assertThat(event.path("key").asText()).isEqualTo("a");
      assertThat(event.path("regarding").asText()).isEqualTo("Pod/shop/cart");
      assertThat(event.path("last").asText()).isEqualTo("2026-11-20T12:00:05Z");
      assertThat(event.has("object")).isFalse();
    }
  }

  @Test
  void onlyTheTailOfANamespaceIsTold() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        EventsChannel channel =
            EventsChannel.open(session.events(), Viewer.EVERYTHING, Set.of(), Set.of())) {
      for (int at = 0; at < 2 * EventsChannel.TAIL; at++) {
        int number = at;
        source.say(it -> it.event(event("e" + number, "Kind" + number, "shop", number)));
      }
      source.say(it -> it.event(event("old", "Pod", "quiet", 0)));

      FoldedTopics client = FoldedTopics.of(channel.latest().orElseThrow());
      assertThat(client.items().get("shop"))
          .hasSize(EventsChannel.TAIL)
          .containsKey("e" + (2 * EventsChannel.TAIL - 1))
          .doesNotContainKey("e0");
      assertThat(client.items().get("quiet")).containsOnlyKeys("old");
    }
  }

  /// However much else is reported in its namespace.
  @Test
  void ofOneObjectAllThatIsKeptIsTold() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        EventsChannel cart =
            EventsChannel.open(
                session.events(), Viewer.EVERYTHING, Set.of(Kind.core("Pod")), Set.of("cart"))) {
      source.say(it -> it.event(event("first", "Pod", "shop", 0)));
      for (int at = 0; at < 2 * EventsChannel.TAIL; at++) {
        int number = at;
        ResourceId other = new ResourceId(Kind.core("Pod"), "shop", "web-" + number);
        source.say(it -> it.event(event("e" + number, other, number + 1)));
      }
      source.say(it -> it.event(event("service", "Service", "shop", 0)));
      source.say(it -> it.event(event("elsewhere", "Pod", "payments", 0)));

      FoldedTopics client = FoldedTopics.of(cart.latest().orElseThrow());
      assertThat(client.items().get("shop")).containsOnlyKeys("first");
      assertThat(client.items().get("payments")).containsOnlyKeys("elsewhere");
    }
  }

  @Test
  void kindsAndRightsFilter() throws Exception {
    Viewer noSecrets = (kind, _) -> !kind.name().equals("Secret");
    try (Session session = source.session(Bundled.catalogue());
        EventsChannel pods =
            EventsChannel.open(session.events(), noSecrets, Set.of(Kind.core("Pod")), Set.of());
        EventsChannel all = EventsChannel.open(session.events(), noSecrets, Set.of(), Set.of())) {
      source.say(it -> it.event(event("a", "Pod", "shop", 0)));
      source.say(it -> it.event(event("b", "Service", "shop", 0)));
      source.say(it -> it.event(event("c", "Secret", "shop", 0)));

      assertThat(FoldedTopics.of(pods.latest().orElseThrow()).items().get("shop"))
          .containsOnlyKeys("a");
      assertThat(FoldedTopics.of(all.latest().orElseThrow()).items().get("shop"))
          .containsOnlyKeys("a", "b");
    }
  }

  @Test
  void whoIsClosedHearsNoMore() throws Exception {
    try (Session session = source.session(Bundled.catalogue())) {
      AtomicInteger told = new AtomicInteger();
      EventsChannel channel =
          EventsChannel.open(session.events(), Viewer.EVERYTHING, Set.of(), Set.of());
      channel.listen(told::incrementAndGet);
      source.say(it -> it.event(event("a", "Pod", "shop", 0)));
      channel.close();
      source.say(it -> it.event(event("b", "Pod", "shop", 0)));

      assertThat(told).hasValue(1);
    }
  }
}
