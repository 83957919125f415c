package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.RawAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyRoutesTest {
  private static final String TOPOLOGY = "/api/v1/clusters/shop/topology";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.api.port() + target))
        .header("Authorization", "Bearer " + server.token.reveal());
  }

  private HttpResponse<byte[]> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private List<String> ids(String query, String array) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = sent(request(TOPOLOGY + query));
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return StreamSupport.stream(JSON.readTree(answer.body()).get(array).spliterator(), false)
        .map(element -> element.get("id").asText())
        .toList();
  }

  @Test
  void theWholeTopologyIsThereWithGhostsAndEvidence() throws Exception {
    JsonNode whole = JSON.readTree(sent(request(TOPOLOGY)).body());

    assertThat(whole.at("/metadata/cluster").asText()).isEqualTo("shop");
    assertThat(whole.at("/metadata/asOf").asText()).isEqualTo(Shop.AS_OF.toString());
    assertThat(whole.at("/metadata/streamEpoch").asText()).isNotEmpty();
    assertThat(whole.at("/metadata/revision").asLong()).isPositive();
    assertThat(ids("", "nodes"))
        .isSorted()
        .contains("Pod/shop/cart-1", "Secret/shop/db-password", "Node/worker-1");
    assertThat(ids("", "edges")).contains("Service/shop/web selects Pod/shop/cart-1");
    assertThat(whole.toString()).contains("spec.volumes[0].secret.secretName");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?namespace=shop | Pod/shop/cart-1 | Pod/payments/cart-1",
        "?kind=po | Pod/shop/cart-1 | Service/shop/web",
        "?kind=Pod&kind=services | Service/shop/web | Node/worker-1",
        "?labelSelector=app%3Dbatch | Pod/shop/batch-1 | Pod/shop/cart-1",
        "?labelSelector=app+in+(web,batch)&labelSelector=app!%3Dweb | Pod/shop/batch-1 | Pod/shop/cart-1",
        "?health=failed | Pod/shop/batch-1 | Pod/shop/cart-1",
        "?health=failed&health=healthy | Pod/shop/cart-1 | Node/worker-1",
        "/focus/pods/shop/cart-1?hops=0 | Pod/shop/cart-1 | Service/shop/web",
        "/focus/Pod/shop/cart-1?hops=1 | Service/shop/web | Pod/payments/cart-1",
        "/focus?id=Pod/shop/cart-1&hops=1 | Service/shop/web | Pod/payments/cart-1",
        "/focus?id=Pod%2Fshop%2Fcart-1&hops=1 | Service/shop/web | Pod/payments/cart-1",
        "/focus/nodes/-/worker-1?hops=1 | Pod/payments/cart-1 | Service/shop/web"
      })
  void aFilterLetsInWhatItNames(String query, String in, String out) throws Exception {
    assertThat(ids(query, "nodes")).contains(in).doesNotContain(out);
  }

  @Test
  void whatIsKeptNowhereIsAnsweredWhenItIsAskedForByName() throws Exception {
    assertThat(ids("", "edges")).noneMatch(edge -> edge.contains(" part-of "));
    assertThat(ids("?relation=part-of&namespace=shop", "edges"))
        .contains("App/shop/web part-of Pod/shop/cart-1");
    assertThat(ids("?relation=part-of&namespace=shop", "nodes")).contains("App/shop/web");
  }

  @Test
  void aRelationLetsInItsEdgesOnly() throws Exception {
    assertThat(ids("?relation=selects", "edges"))
        .containsExactly(
            "Service/payments/web selects Pod/payments/cart-1",
            "Service/shop/web selects Pod/shop/cart-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?colour=red | query parameter 'colour'",
        "?at=2026-01-01T00:00:00Z | query parameter 'at'",
        "?namespace= | query parameter 'namespace'",
        "?kind=poods | query parameter 'kind'",
        "?kind= | query parameter 'kind'",
        "?relation=loves | query parameter 'relation'",
        "?relation= | query parameter 'relation'",
        "?labelSelector=a%3Db%3Dc | query parameter 'labelSelector'",
        "?labelSelector=((( | query parameter 'labelSelector'",
        "?health=sick | query parameter 'health'",
        "?health=HEALTHY | query parameter 'health'",
        "?hops=1 | query parameter 'hops'",
        "/focus | query parameter 'id'",
        "/focus?id=cart | query parameter 'id'",
        "/focus?id=Pod/shop/cart-1&id=Pod/shop/cart-1 | query parameter 'id'",
        "/focus/pods/shop/cart-1?hops=-1 | query parameter 'hops'",
        "/focus/pods/shop/cart-1?hops=101 | query parameter 'hops'",
        "/focus/pods/shop/cart-1?hops=two | query parameter 'hops'",
        "/focus/pods/shop/cart-1?hops=99999999999 | query parameter 'hops'",
        "/focus/pods/shop/cart-1?direction=sideways | query parameter 'direction'",
        "/focus/pods/shop/cart-1?id=Pod/shop/cart-1 | query parameter 'id'",
        "?namespace=%FF | query",
        "?namespace=a%4 | query",
        "?& | query"
      })
  void whatMakesNoSenseIsRefusedWithItsPlace(String query, String where) throws Exception {
    RawAnswer answer = server.get(TOPOLOGY + query);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isIn("bad-input", "malformed");
    if (answer.code().equals("bad-input")) {
      assertThat(JSON.readTree(answer.body()).get("where").asText()).startsWith(where);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/clusters/bakery/topology",
    "/api/v1/clusters/bakery",
    "/api/v1/clusters/bakery/kinds",
    "/api/v1/clusters/%20/topology",
    TOPOLOGY + "/focus/pods/shop/nobody",
    TOPOLOGY + "/focus/Pod/-/cart-1",
    TOPOLOGY + "/focus/wolves/shop/cart-1",
    TOPOLOGY + "/focus?id=Pod/shop/nobody",
    TOPOLOGY + "/focus?id=Wolf.forest.example/shop/grey",
  })
  void whatIsNotThereIsNotFound(String target) throws Exception {
    RawAnswer answer = server.get(target);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @Test
  void anAnswerThatTheCallerHasIsNotSentAgainUntilItChanges() throws Exception {
    String tag = sent(request(TOPOLOGY)).headers().firstValue("ETag").orElseThrow();

    assertThat(status(TOPOLOGY, tag)).isEqualTo(304);
    assertThat(status(TOPOLOGY, "\"other\", " + tag)).isEqualTo(304);
    assertThat(status(TOPOLOGY, "*")).isEqualTo(304);
    assertThat(status(TOPOLOGY, "\"other\"")).isEqualTo(200);
    assertThat(status(TOPOLOGY + "?namespace=shop", tag)).isEqualTo(200);
    assertThat(status("/api/v1/clusters/shop/topology/focus?id=Pod/shop/cart-1", tag))
        .isEqualTo(200);

    server.shop.grow("more", 1);
    awaitNode("Pod/shop/more-0");

    assertThat(status(TOPOLOGY, tag)).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsNotFoundByACallerWhoTakesAnythingForUnchanged() throws Exception {
    assertThat(status(TOPOLOGY + "/focus?id=Pod/shop/nobody", "*")).isEqualTo(404);
  }

  @Test
  void theOrderOfParametersDoesNotMatterToTheTag() throws Exception {
    String tag =
        sent(request(TOPOLOGY + "?kind=po&namespace=shop&kind=svc"))
            .headers()
            .firstValue("ETag")
            .orElseThrow();

    assertThat(status(TOPOLOGY + "?namespace=shop&kind=svc&kind=po", tag)).isEqualTo(304);
  }

  @Test
  void theTagOfAnotherStartIsNotTaken() throws Exception {
    String tag = sent(request(TOPOLOGY)).headers().firstValue("ETag").orElseThrow();

    try (TestServer next = TestServer.start()) {
      RawAnswer answer = next.send(next.signed(next.bare(TOPOLOGY)).with("If-None-Match: " + tag));

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  private int status(String target, String tag) throws IOException, InterruptedException {
    return sent(request(target).header("If-None-Match", tag)).statusCode();
  }

  private void awaitNode(String id) throws Exception {
    Eventually.holds(() -> assertThat(ids("", "nodes")).contains(id));
  }

  @Test
  void aLargeAnswerIsCompressedForWhomTakesItAndSmallOnesAreNot() throws Exception {
    server.shop.grow("many", 2_000);
    awaitNode("Pod/shop/many-1999");

    HttpResponse<byte[]> plain = sent(request(TOPOLOGY));
    HttpResponse<byte[]> packed = sent(request(TOPOLOGY).header("Accept-Encoding", "gzip"));
    HttpResponse<byte[]> refused =
        sent(request(TOPOLOGY).header("Accept-Encoding", "br, gzip;q=0"));
    HttpResponse<byte[]> small = sent(request("/livez").header("Accept-Encoding", "gzip"));

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(packed.body().length).isLessThan(plain.body().length / 5);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void headSaysWhatGetWouldAndSendsNothing() throws Exception {
    RawAnswer head = server.send(server.signed(server.bare(TOPOLOGY)).method("HEAD"));
    RawAnswer none = server.send(server.signed(server.bare(TOPOLOGY + "x")).method("HEAD"));
    RawAnswer get = server.get(TOPOLOGY);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(get.header("ETag")).isNotEmpty();
    assertThat(head.header("Content-Type")).isEqualTo("application/json");
    assertThat(none.status()).isEqualTo(404);
  }
}
