package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.RawAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceRoutesTest {
  private static final String PODS = "/api/v1/clusters/shop/resources/pods";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pods", "po", "Pod", "pod"})
  void aKindGoesByAnyOfItsWords(String word) throws IOException {
    JsonNode table = ok("/api/v1/clusters/shop/resources/" + word);

    assertThat(table.at("/metadata/kind").asText()).isEqualTo("Pod");
    assertThat(ids(table))
        .containsExactly("Pod/payments/cart-1", "Pod/shop/batch-1", "Pod/shop/cart-1");
  }

  @Test
  void theColumnsAreThoseOfTheKindWithTheirTypes() throws IOException {
    JsonNode table = ok(PODS + "?namespace=payments");

    assertThat(table.get("columns").toString())
        .contains("{\"name\":\"Restarts\",\"type\":\"integer\"}");
    JsonNode cells = table.at("/items/0/cells");
    assertThat(cells.size()).isEqualTo(table.get("columns").size());
    assertThat(cells.get(column(table, "Restarts")).isInt()).isTrue();
    assertThat(cells.get(column(table, "IP")).isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "name, Pod/shop/batch-1 Pod/payments/cart-1 Pod/shop/cart-1",
    "-name, Pod/payments/cart-1 Pod/shop/cart-1 Pod/shop/batch-1",
    "health, Pod/shop/batch-1 Pod/payments/cart-1 Pod/shop/cart-1",
    "restarts, Pod/shop/cart-1 Pod/payments/cart-1 Pod/shop/batch-1",
    "-Restarts, Pod/payments/cart-1 Pod/shop/cart-1 Pod/shop/batch-1",
    "namespace, Pod/payments/cart-1 Pod/shop/batch-1 Pod/shop/cart-1",
    "age, Pod/payments/cart-1 Pod/shop/batch-1 Pod/shop/cart-1"
  })
  void rowsAreOrderedByAnyColumnAndThoseWithoutAValueComeLast(String sort, String expected)
      throws IOException {
    assertThat(ids(ok(PODS + "?sort=" + sort))).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "namespace=shop, Pod/shop/batch-1 Pod/shop/cart-1",
    "labelSelector=app%3Dweb, Pod/payments/cart-1 Pod/shop/cart-1",
    "labelSelector=app%3Dweb&namespace=shop, Pod/shop/cart-1"
  })
  void rowsAreFiltered(String filter, String expected) throws IOException {
    JsonNode table = ok(PODS + "?" + filter);

    assertThat(ids(table)).containsExactly(expected.split(" "));
    assertThat(table.at("/metadata/total").asInt()).isEqualTo(expected.split(" ").length);
  }

  @Test
  void pagesJoinToTheWholeWhateverTheOrder() throws IOException {
    grow("extra", 25);
    for (String sort : List.of("name", "-name", "age", "health", "-restarts", "ip")) {
      List<String> whole = ids(ok(PODS + "?limit=1000&sort=" + sort));

      assertThat(pages(PODS + "?limit=4&sort=" + sort)).isEqualTo(whole).hasSize(28);
    }
  }

  @Test
  void aPageContinuesWhereItEndedAlthoughObjectsCame() throws IOException {
    grow("m", 2);
    JsonNode first = ok(PODS + "?namespace=shop&sort=name&limit=3");
    grow("a", 5);
    JsonNode second = ok(PODS + "?namespace=shop&sort=name&limit=3&continue=" + next(first));

    assertThat(ids(first)).containsExactly("Pod/shop/batch-1", "Pod/shop/cart-1", "Pod/shop/m-0");
    assertThat(ids(second)).containsExactly("Pod/shop/m-1");
    assertThat(next(second)).isEmpty();
  }

  @Test
  void aPageOfAnotherQuestionIsRefused() throws IOException {
    String next = next(ok(PODS + "?limit=1&sort=name"));

    assertThat(server.get(PODS + "?limit=2&sort=name&continue=" + next).status()).isEqualTo(200);
    for (String other :
        List.of(
            PODS + "?sort=-name",
            PODS + "?sort=name&namespace=shop",
            "/api/v1/clusters/shop/resources/services?sort=name")) {
      RawAnswer answer = server.get(other + "&continue=" + next);
      assertThat(answer.status()).as(other).isEqualTo(400);
      assertThat(answer.body()).contains("query parameter 'continue'");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/clusters?continue=zzz, 400",
    "/api/v1/clusters?continue=, 400",
    "/api/v1/clusters/shop/resources/pods?continue=zzz, 400",
    "/api/v1/clusters/shop/resources/pods?continue=a, 400",
    "/api/v1/clusters/shop/resources/pods?sort=colour, 400",
    "/api/v1/clusters/shop/resources/pods?sort=, 400",
    "/api/v1/clusters/shop/resources/pods?limit=0, 400",
    "/api/v1/clusters/shop/resources/pods?labelSelector=a==b==c, 400",
    "/api/v1/clusters/shop/resources/pods?namespace=, 400",
    "/api/v1/clusters/shop/resources/unicorns, 404",
    "/api/v1/clusters/bakery/resources/pods, 404",
    "/api/v1/clusters/shop/resources/pods/shop/nobody, 404",
    "/api/v1/clusters/shop/resources/pods/-/cart-1, 404",
    "/api/v1/clusters/shop/resources, 400",
    "/api/v1/clusters/shop/resources?id=cart, 400",
    "/api/v1/clusters/shop/resources?id=Pod/shop/nobody, 404",
    "/api/v1/clusters/shop/topology?kind=Foo, 400",
    "/api/v1/clusters/shop/topology?kind=Foo.example.com, 400",
    "/api/v1/clusters/shop/topology?relation=, 400",
    "/api/v1/clusters/shop/topology/focus/Foo/shop/cart, 404"
  })
  void whatMakesNoSenseIsRefused(String target, int status) throws IOException {
    assertThat(server.get(target).status()).isEqualTo(status);
  }

  @Test
  void aKindThatNobodyKnowsDoesNotExist() throws IOException {
    assertThat(server.get("/api/v1/clusters/shop/resources/unicorns").body())
        .contains("\"detail\":\"the kind 'unicorns' does not exist\"");
  }

  @Test
  void anObjectComesWithItsEdgesAndTheFieldsTheyWereReadFrom() throws IOException {
    JsonNode pod = ok("/api/v1/clusters/shop/resources/po/shop/cart-1");

    assertThat(pod.at("/resource/health/status").asText()).isEqualTo("healthy");
    assertThat(strings(pod.get("edgesOut"), "id"))
        .containsExactly(
            "Pod/shop/cart-1 runs-on Node/worker-1",
            "Pod/shop/cart-1 uses-secret Secret/shop/db-password");
    assertThat(strings(pod.get("edgesIn"), "id"))
        .containsExactly("Service/shop/web selects Pod/shop/cart-1");
    assertThat(pod.at("/edgesIn/0/evidence/0/path").asText()).isEqualTo("spec.selector");
    assertThat(server.get("/api/v1/clusters/shop/resources?id=Pod/shop/cart-1").body())
        .isEqualTo(server.get("/api/v1/clusters/shop/resources/po/shop/cart-1").body());
  }

  @Test
  void aDefinitionSaysHowManyObjectsOfItsKindThereAre() throws IOException {
    server.shop.define("secrets.example.com", Shop.SECRET);
    server.shop.define("nodes.example.com", Shop.NODE);
    grow("after-them", 1);

    String crds = "/api/v1/clusters/shop/resources/crd/-/";
    assertThat(ok(crds + "nodes.example.com").get("instances").asInt()).isEqualTo(1);
    assertThat(ok(crds + "secrets.example.com").get("instances").asInt()).isZero();
    assertThat(ok(PODS + "/shop/cart-1").has("instances")).isFalse();
  }

  @Test
  void whatIsMissingHasEdgesToo() throws IOException {
    JsonNode secret = ok("/api/v1/clusters/shop/resources/secrets/shop/db-password");

    assertThat(secret.at("/resource/missing").asBoolean()).isTrue();
    assertThat(secret.has("cells")).isFalse();
    assertThat(strings(secret.get("edgesIn"), "source"))
        .containsExactly("Pod/shop/batch-1", "Pod/shop/cart-1");
  }

  @Test
  void anUnchangedAnswerIsNotSentAgain() throws IOException {
    for (String target : List.of(PODS, PODS + "/shop/cart-1", "/api/v1/clusters/shop/kinds")) {
      String tag = server.get(target).header("ETag");
      assertThat(
              server
                  .send(server.signed(server.bare(target)).with("If-None-Match: " + tag))
                  .status())
          .isEqualTo(304);
    }
    String before = server.get(PODS).header("ETag");
    grow("one", 1);
    ok(PODS);
    assertThat(server.get(PODS).header("ETag")).isNotEqualTo(before);
  }

  @Test
  void aKindSaysWhereItLivesAndWhyItIsNotKnown() throws IOException {
    JsonNode kinds = ok("/api/v1/clusters/shop/kinds");

    JsonNode lease =
        StreamSupport.stream(kinds.get("items").spliterator(), false)
            .filter(kind -> kind.get("kind").asText().equals("Lease"))
            .findFirst()
            .orElseThrow();
    assertThat(lease.get("scope").asText()).isEqualTo("namespaced");
    assertThat(lease.get("state").asText()).isEqualTo("forbidden");
    assertThat(lease.get("message").asText()).isEqualTo("leases is forbidden for jane");
    assertThat(lease.get("plural").asText()).isEqualTo("leases");
    assertThat(lease.get("count").asInt()).isZero();
  }

  @Test
  void theHeadOfAnAnswerDoesNotClaimThatItIsEmpty() throws IOException {
    RawAnswer head =
        server.send(server.signed(server.bare("/api/v1/clusters/shop/topology")).method("HEAD"));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEmpty();
    assertThat(head.header("ETag")).isNotEmpty();
    assertThat(head.header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, There is no such thing",
    "OPTIONS, /livez, The path does not have that method"
  })
  void aPlainRefusalIsTitledAsWhatItIs(String method, String target, String title)
      throws IOException {
    RawAnswer answer = server.send(server.signed(server.bare(target)).method(method));

    assertThat(JSON.readTree(answer.body()).get("title").asText()).isEqualTo(title);
  }

  private void grow(String name, int pods) throws IOException {
    int before = ok(PODS).at("/metadata/total").asInt();
    server.shop.grow(name, pods);
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (ok(PODS).at("/metadata/total").asInt() < before + pods) {
      assertThat(System.nanoTime()).as("the Pods are not in").isLessThan(patience);
      Thread.onSpinWait();
    }
  }

  private JsonNode ok(String target) throws IOException {
    RawAnswer answer = server.get(target);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private List<String> pages(String target) throws IOException {
    List<String> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = ok(target + (next.isEmpty() ? "" : "&continue=" + next));
      all.addAll(ids(page));
      next = next(page);
    } while (!next.isEmpty());
    return all;
  }

  private static int column(JsonNode table, String name) {
    return strings(table.get("columns"), "name").indexOf(name);
  }

  private static String next(JsonNode table) {
    return table.at("/metadata/continue").asText();
  }

  private static List<String> ids(JsonNode table) {
    return StreamSupport.stream(table.get("items").spliterator(), false)
        .map(item -> item.at("/resource/id").asText())
        .toList();
  }

  private static List<String> strings(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }
}
