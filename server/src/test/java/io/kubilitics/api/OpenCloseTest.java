package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Readiness;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.RawAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Clusters that are opened and closed over HTTP.
@Timeout(300)
class OpenCloseTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLUSTERS = "/api/v1/clusters";
  private static final String STAGING = CLUSTERS + "/" + ShopOpenings.STAGING;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode json(RawAnswer answer) throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode created(RawAnswer answer) throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    JsonNode cluster = JSON.readTree(answer.body());
    assertThat(answer.header("Location"))
        .isEqualTo(CLUSTERS + "/" + cluster.get("name").asText().replace(" ", "%20"));
    return cluster;
  }

  private List<String> shown() throws IOException {
    List<String> shown = new ArrayList<>();
    json(server.get(CLUSTERS))
        .get("items")
        .forEach(item -> shown.add(item.get("name").asText() + " " + item.get("state").asText()));
    return shown;
  }

  @Test
  void whatWasFoundIsListedBesideWhatIsOpen() throws Exception {
    JsonNode list = json(server.get(CLUSTERS));

    assertThat(shown())
        .containsExactly(
            "arn:aws:eks:eu-west-1:1:cluster-prod found", "shop ready", "staging found");
    assertThat(list.at("/metadata/warnings/0").asText()).isEqualTo(ShopOpenings.WARNING);
    assertThat(list.at("/items/0/context/name").asText()).isEqualTo(ShopOpenings.ARN);
    JsonNode staging = json(server.get(STAGING));
    assertThat(staging.at("/context/server").asText()).isEqualTo("https://staging.example:6443");
    assertThat(staging.at("/context/current").asBoolean()).isTrue();
    assertThat(staging.has("kinds")).isFalse();
    assertThat(server.served.fleet().sessions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STAGING + "/topology",
        STAGING + "/topology/focus?id=Pod/shop/cart-1",
        STAGING + "/kinds",
        STAGING + "/events",
        STAGING + "/findings",
        STAGING + "/resources/pods",
        STAGING + "/drawing",
        STAGING + "/export?format=json",
        "/api/v1/drawing?cluster=shop&cluster=staging",
        "/api/v1/search?q=cart&cluster=staging"
      })
  void whatIsOnlyFoundSaysThatItIsNotOpenAndHowToOpenIt(String target) throws Exception {
    RawAnswer answer = server.get(target);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("not-open");
    assertThat(JSON.readTree(answer.body()).path("detail").asText())
        .isEqualTo(
            "cluster staging is known, but not open; open it with PUT /api/v1/clusters/staging and"
                + " the body {}");
    assertThat(server.served.fleet().sessions()).hasSize(1);
  }

  @Test
  void theWayToOpenItIsOneThatWorks() throws Exception {
    String found = "arn:aws:eks:eu-west-1:1:cluster-prod";
    String detail =
        JSON.readTree(server.get(CLUSTERS + "/" + found + "/topology").body())
            .path("detail")
            .asText();

    json(server.change("PUT", detail.replaceFirst("(?s).*PUT (\\S+) .*", "$1"), "{}"));

    assertThat(shown()).anyMatch(text -> text.startsWith(found) && !text.endsWith("found"));
  }

  @Test
  void whatNobodyKnowsIsNotThere() throws Exception {
    assertThat(server.get(CLUSTERS + "/bakery/topology").code()).isEqualTo("not-found");
  }

  @Test
  void aContextIsOpenedOnceAndClosedAndFoundAgain() throws Exception {
    JsonNode opened = created(server.change("POST", CLUSTERS, "{\"context\":\"staging\"}"));
    assertThat(opened.get("name").asText()).isEqualTo("staging");
    assertThat(opened.get("source").asText()).isEqualTo("context staging");
    assertThat(opened.get("default").asBoolean()).isFalse();
    Eventually.holds(
        () -> assertThat(json(server.get(STAGING)).get("state").asText()).isEqualTo("ready"));
    assertThat(json(server.get(STAGING + "/topology")).at("/metadata/nodeCount").asInt())
        .isEqualTo(8);
    RawAnswer again = server.change("POST", CLUSTERS, "{\"context\":\"staging\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("conflict");
    json(server.get("/api/v1/drawing?cluster=shop&cluster=staging"));

    JsonNode left = json(server.delete(STAGING));

    assertThat(left.get("state").asText()).isEqualTo("found");
    assertThat(server.get(STAGING + "/topology").code()).isEqualTo("not-open");
    assertThat(server.get("/metrics").body()).doesNotContain("cluster=\"staging\"");
    assertThat(shown()).contains("staging found", "shop ready");
  }

  @Test
  void aSourceThatIsClosedIsGone() throws Exception {
    JsonNode opened =
        created(server.change("POST", CLUSTERS, "{\"source\":\"demo:100\",\"name\":\"mine\"}"));
    assertThat(opened.get("name").asText()).isEqualTo("mine");

    assertThat(json(server.delete(CLUSTERS + "/mine")).get("state").asText()).isEqualTo("closed");

    assertThat(server.get(CLUSTERS + "/mine").status()).isEqualTo(404);
    assertThat(server.delete(CLUSTERS + "/mine").status()).isEqualTo(404);
  }

  @Test
  void whatTheServerWasStartedWithCanBeClosedToo() throws Exception {
    json(server.delete(CLUSTERS + "/shop"));

    assertThat(shown()).noneMatch(text -> text.startsWith("shop"));
    assertThat(server.send(server.bare("/readyz")).status()).isEqualTo(200);
    assertThat(server.served.fleet().sessions()).isEmpty();
  }

  @Test
  void openingAgainReadsAnewAndNoOldAnswerCounts() throws Exception {
    json(server.change("PUT", STAGING, "{}"));
    Eventually.holds(
        () -> assertThat(json(server.get(STAGING)).get("state").asText()).isEqualTo("ready"));
    RawAnswer before = server.get(STAGING + "/topology");
    String drawn = server.get(STAGING + "/drawing").header("ETag");
    String tag = before.header("ETag");

    json(server.change("PUT", STAGING, "{\"context\":\"staging\"}"));
    Eventually.holds(
        () -> assertThat(json(server.get(STAGING)).get("state").asText()).isEqualTo("ready"));

    RawAnswer after =
        server.send(
            server.signed(server.bare(STAGING + "/topology")).with("If-None-Match: " + tag));
    assertThat(after.status()).isEqualTo(200);
    assertThat(json(after).at("/metadata/streamEpoch").asText())
        .isNotEqualTo(json(before).at("/metadata/streamEpoch").asText());
    assertThat(
            server
                .send(
                    server
                        .signed(server.bare(STAGING + "/drawing"))
                        .with("If-None-Match: " + drawn))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aNameIsForOneThing() throws Exception {
    assertThat(server.change("PUT", CLUSTERS + "/shop", "{\"context\":\"staging\"}").status())
        .isEqualTo(409);
    assertThat(server.change("PUT", CLUSTERS + "/nobody", "{}").status()).isEqualTo(404);
    assertThat(
            created(server.change("PUT", CLUSTERS + "/live", "{\"context\":\"staging\"}"))
                .get("name")
                .asText())
        .isEqualTo("live");
    assertThat(shown()).noneMatch(text -> text.startsWith("staging"));
  }

  @Test
  void whereWhatIsNewIsToBeFoundIsSaid() throws Exception {
    RawAnswer answer =
        server.change("POST", CLUSTERS, "{\"source\":\"demo:100\",\"name\":\"a b\"}");

    assertThat(created(answer).get("name").asText()).isEqualTo("a b");
    assertThat(json(server.get(answer.header("Location"))).get("name").asText()).isEqualTo("a b");
    assertThat(server.change("PUT", CLUSTERS + "/a%20b", "{}").status()).isEqualTo(200);
  }

  @Test
  void whatHasNoOriginCannotBeOpenedAgain() throws Exception {
    assertThat(server.change("PUT", CLUSTERS + "/shop", "{}").status()).isEqualTo(409);
    assertThat(shown()).contains("shop ready");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | body",
        "7 | body",
        "[] | body",
        "null | body",
        "{ | body, line 1",
        "{} | body",
        "{}{} | body",
        "{\"context\":\"staging\"} x | body, line 1",
        "{\"context\":7} | body field 'context'",
        "{\"context\":null} | body field 'context'",
        "{\"context\":{\"a\":\"b\"}} | body field 'context'",
        "{\"context\":[[[[[[]]]]]]} | body field 'context'",
        "{\"context\":\"staging\",\"context\":\"shop\"} | body, line 1",
        "{\"context\":\"staging\",\"source\":\"demo\"} | body",
        "{\"kubeconfig\":\"/etc/passwd\"} | body",
        "{\"context\":\"staging\",\"name\":\"a/b\"} | name",
        "{\"context\":\"staging\",\"name\":\"\"} | name",
        "{\"source\":\"demo:many\"} | `demo:many`"
      })
  void aBodyThatMakesNoSenseIsRefusedWithItsPlace(String body, String where) throws Exception {
    RawAnswer answer = server.change("POST", CLUSTERS, body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("bad-input");
    assertThat(JSON.readTree(answer.body()).path("where").asText()).contains(where);
    assertThat(server.served.fleet().sessions()).hasSize(1);
  }

  @Test
  void anUnknownContextIsNotFound() throws Exception {
    RawAnswer answer = server.change("POST", CLUSTERS, "{\"context\":\"nowhere\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("context nowhere");
  }

  @Test
  void aBodyThatIsTooLongIsNotReadToItsEnd() throws Exception {
    String body = "{\"context\":\"" + "x".repeat(BodyText.MOST_OCTETS) + "\"}";

    assertThat(server.change("POST", CLUSTERS, body).status()).isEqualTo(413);
  }

  @Test
  void octetsThatAreNoUtf8AreRefused() throws Exception {
    RawAnswer answer = server.change("POST", CLUSTERS, "{\"context\":\"\u00c3(\"}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void whoMayOnlyReadOpensAndClosesNothingAndLearnsOfNoContext(String method) throws Exception {
    try (TestServer open = TestServer.withoutAuthentication()) {
      String target = method.equals("POST") ? CLUSTERS : CLUSTERS + "/shop";
      RawAnswer answer =
          open.send(TestServer.withJson(open.bare(target).method(method), "{\"source\":\"demo\"}"));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("read-only");
      RawAnswer list = open.send(open.bare(CLUSTERS));
      assertThat(list.body())
          .contains("shop")
          .doesNotContain("staging", "kubeconfig:7", "config:7");
      assertThat(open.send(open.bare(STAGING)).status()).isEqualTo(404);
      assertThat(open.send(open.bare(STAGING + "/topology")).status()).isEqualTo(404);
    }
  }

  @Test
  void anotherClusterThatIsStillReadDoesNotMakeTheServerUnready() throws Exception {
    server
        .served
        .fleet()
        .open(
            new io.kubilitics.model.ClusterId("slow"),
            "slow",
            new Shop(),
            io.kubilitics.catalogue.Catalogue.builtIn());

    assertThat(server.served.fleet().sessions())
        .anyMatch(session -> session.readiness() instanceof Readiness.Opening);
    assertThat(server.send(server.bare("/readyz")).status()).isEqualTo(200);
  }

  @Test
  void noMoreThanSoManyAreOpenAtOnce() throws Exception {
    for (int number = 1; number < Fleet.MOST; number++) {
      created(server.change("POST", CLUSTERS, "{\"source\":\"demo:100\"}"));
    }

    RawAnswer answer = server.change("POST", CLUSTERS, "{\"source\":\"demo:100\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("64 clusters are open");
  }

  @Test
  void ofManyWhoOpenTheSameContextOneDoes() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    Set<Integer> others = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(_ ->
                Thread.ofVirtual()
                    .start(() -> {
                      int status = openStaging();
                      if (status == 201) {
                        opened.incrementAndGet();
                      } else {
                        others.add(status);
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(opened).hasValue(1);
    assertThat(others).containsExactly(409);
    assertThat(server.served.fleet().sessions()).hasSize(2);
  }

  private int openStaging() {
    try {
      return server.change("POST", CLUSTERS, "{\"context\":\"staging\"}").status();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aClusterTellsHowItsSourceIsDoing() throws Exception {
    JsonNode shop = json(server.get(CLUSTERS + "/shop"));

    assertThat(shop.at("/condition/phase").asText()).isEqualTo("connected");
    assertThat(shop.get("kinds"))
        .anyMatch(kind ->
            kind.get("kind").asText().equals("Lease")
                && kind.get("freshness").asText().equals("forbidden"))
        .anyMatch(kind ->
            kind.get("kind").asText().equals("Pod")
                && kind.get("freshness").asText().equals("complete"));
  }
}
