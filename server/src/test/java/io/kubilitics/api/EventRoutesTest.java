package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.RawAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENTS = "/api/v1/clusters/shop/events";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    report("a", "Pod/shop/cart-1", 10);
    report("b", "Pod/shop/cart-1", 30);
    report("c", "Pod/payments/cart-1", 20);
    report("d", "Node/worker-1", 20);
    report("e", "Deployment.apps/shop/gone", 5);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void report(String key, String object, int second) {
    server.shop.report(event(key, object, Shop.AS_OF.plusSeconds(second)));
  }

  private static ObjectEvent event(String key, String object, Instant last) {
    return new ObjectEvent(
        key,
        ResourceId.parse(object),
        "",
        ObjectEvent.Type.WARNING,
        "BackOff",
        "again",
        3,
        Shop.AS_OF,
        last,
        "kubelet, worker-1");
  }

  private static JsonNode json(RawAnswer answer) throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> keys(JsonNode list) {
    List<String> keys = new ArrayList<>();
    list.get("items").forEach(item -> keys.add(item.get("key").asText()));
    return keys;
  }

  @ParameterizedTest
  @CsvSource({
    "'', b c d a e",
    "?kind=pods, b c a",
    "?kind=po&kind=Node, b c d a",
    "?namespace=shop, b a e",
    "?name=cart-1&namespace=payments, c",
    "?kind=deployments.apps, e",
    "?name=nobody, ''"
  })
  void theNewestComesFirstOfThoseThatAreAskedFor(String query, String keys) throws Exception {
    JsonNode list = json(server.get(EVENTS + query));

    assertThat(String.join(" ", keys(list))).isEqualTo(keys);
    assertThat(list.at("/metadata/total").asInt()).isEqualTo(keys(list).size());
  }

  @Test
  void anEventTellsWhatItIsAbout() throws Exception {
    JsonNode event = json(server.get(EVENTS + "?name=gone")).at("/items/0");

    assertThat(event.get("regarding").asText()).isEqualTo("Deployment.apps/shop/gone");
    assertThat(event.get("type").asText()).isEqualTo("Warning");
    assertThat(event.get("count").asInt()).isEqualTo(3);
    assertThat(event.get("last").asText()).isEqualTo("2026-11-20T10:00:05Z");
    assertThat(event.has("regardingUid")).isFalse();
  }

  @Test
  void whatIsNoUnicodeIsWrittenAsWhatNobodyKnows() throws Exception {
    try (TestServer other = TestServer.start()) {
      other.shop.report(
          new ObjectEvent(
              "odd",
              ResourceId.parse("Pod/shop/cart-1"),
              "7",
              ObjectEvent.Type.NORMAL,
              "Odd",
              "half \ud83d of a face",
              1,
              Shop.AS_OF,
              Shop.AS_OF,
              "kubelet"));
      JsonNode event = json(other.get(EVENTS)).at("/items/0");

      assertThat(event.get("message").asText()).isEqualTo("half \ufffd of a face");
      assertThat(event.get("regardingUid").asText()).isEqualTo("7");
    }
  }

  @Test
  void theListComesInParts() throws Exception {
    List<String> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode part =
          json(server.get(EVENTS + "?limit=2" + (next.isEmpty() ? "" : "&continue=" + next)));
      all.addAll(keys(part));
      next = part.at("/metadata/continue").asText();
    } while (!next.isEmpty());

    assertThat(all).containsExactly("b", "c", "d", "a", "e");
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=0, 400",
    "?continue=xyz, 400",
    "?kind=nonsense, 400",
    "?namespace=, 400",
    "?since=1, 400"
  })
  void aQuestionThatMakesNoSenseIsRefused(String query, int status) throws Exception {
    assertThat(server.get(EVENTS + query).status()).isEqualTo(status);
  }

  @Test
  void aClusterThatIsNotThereHasNone() throws Exception {
    assertThat(server.get("/api/v1/clusters/bakery/events").status()).isEqualTo(404);
  }

  @Test
  void placesSortAsTextAsEventsDoByTimeAndKey() {
    long seed = 20_261_121L;
    RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<ObjectEvent> events = new ArrayList<>();
    for (int number = 0; number < 500; number++) {
      Instant last =
          Shop.AS_OF.plus(Duration.ofNanos(dice.nextLong(-5_000_000_000L, 5_000_000_000L) / 7 * 7));
      events.add(
          event("k" + dice.nextInt(50), "Pod/shop/p", dice.nextInt(3) == 0 ? Shop.AS_OF : last));
    }
    List<ObjectEvent> byText =
        events.stream().sorted(Comparator.comparing(EventRoutes::place)).toList();
    List<ObjectEvent> byTime =
        events.stream()
            .sorted(
                Comparator.comparing(ObjectEvent::last).reversed().thenComparing(ObjectEvent::key))
            .toList();

    assertThat(byText).as("seed %d", seed).isEqualTo(byTime);
  }
}
