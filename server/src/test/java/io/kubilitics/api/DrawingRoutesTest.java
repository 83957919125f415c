package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingRoutesTest {
  private static final String DRAWING = "/api/v1/clusters/shop/drawing";
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

  private JsonNode drawing(String query) throws IOException {
    RawAnswer answer = server.get(DRAWING + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> frames(JsonNode drawing) {
    List<String> keys = new ArrayList<>();
    drawing.get("frames").forEach(frame -> keys.add(frame.get("key").asText()));
    return keys;
  }

  @Test
  void aMapIsDrawnWithItsNamespacesCardsAndGhosts() throws IOException {
    JsonNode drawing = drawing("");

    assertThat(drawing.at("/metadata/cluster").asText()).isEqualTo("shop");
    assertThat(drawing.at("/metadata/level").asInt()).isEqualTo(3);
    assertThat(drawing.at("/metadata/arrange").asText()).isEqualTo("keep");
    assertThat(drawing.at("/regions/0/epoch").asInt()).isEqualTo(1);
    assertThat(drawing.at("/regions/0/revision")).isEqualTo(drawing.at("/metadata/revision"));
    assertThat(frames(drawing)).containsExactly("", "payments", "shop");
    assertThat(drawing.toString()).contains("Service/shop/web", "Secret/shop/db-password");
  }

  @Test
  void aFilterHidesAndMovesNothing() throws IOException {
    JsonNode whole = drawing("");
    JsonNode part = drawing("?namespace=shop");

    assertThat(part.at("/metadata/bounds")).isEqualTo(whole.at("/metadata/bounds"));
    assertThat(part.toString()).doesNotContain("Pod/payments/cart-1").contains("Pod/shop/cart-1");
    assertThat(part.at("/regions/0/filters/0").asText()).isEqualTo("-n shop");
    assertThat(part.at("/regions/0/notes").toString()).contains("hidden by the filter");
  }

  @Test
  void aFreshMapHasRoomForWhatIsInAlone() throws IOException {
    JsonNode whole = drawing("?arrange=fresh");
    JsonNode part = drawing("?arrange=fresh&namespace=shop&kind=pods");

    assertThat(part.at("/metadata/arrange").asText()).isEqualTo("fresh");
    assertThat(part.at("/metadata/bounds")).isNotEqualTo(whole.at("/metadata/bounds"));
    assertThat(frames(part)).containsExactly("shop");
  }

  @ParameterizedTest
  @CsvSource({
    "namespace, shop",
    "app, web",
    "node, worker-1",
    "none, ~all",
  })
  void aMapIsGroupedAsIsAskedFor(String group, String frame) throws IOException {
    JsonNode drawing = drawing("?group=" + group);

    assertThat(drawing.at("/regions/0/group").asText()).isEqualTo(group);
    assertThat(frames(drawing)).contains(frame);
  }

  @Test
  void aLevelTellsMoreOrLess() throws IOException {
    assertThat(drawing("?level=0").at("/frames/1/apps").isEmpty()).isFalse();
    assertThat(drawing("?level=0").at("/frames/1/blocks").isMissingNode()).isTrue();
    assertThat(drawing("?level=1").at("/frames/1/blocks/0/cards").isMissingNode()).isTrue();
    assertThat(drawing("?level=2").at("/frames/1/blocks/0/cards").isEmpty()).isFalse();
  }

  @Test
  void whatIsOutsideTheViewportIsCountedAndNotFilledIn() throws IOException {
    JsonNode whole = drawing("");
    JsonNode nowhere = drawing("?viewport=-900000,-900000,10,10");

    assertThat(nowhere.at("/metadata/window").toString()).isEqualTo("[-900000,-900000,10,10]");
    assertThat(nowhere.at("/metadata/bounds")).isEqualTo(whole.at("/metadata/bounds"));
    assertThat(nowhere.at("/regions/0/tally")).isEqualTo(whole.at("/regions/0/tally"));
    assertThat(nowhere.toString()).doesNotContain("\"cards\"");
  }

  @Test
  void theSurroundingsOfAnObjectAreDrawnByThemselves() throws IOException {
    JsonNode drawing = drawing("?focus=Service/shop/web&hops=1");

    assertThat(drawing.at("/metadata/arrange").asText()).isEqualTo("fresh");
    assertThat(drawing.get("frames")).hasSize(1);
    assertThat(drawing.toString()).contains("Pod/shop/cart-1").doesNotContain("Pod/payments");
    assertThat(drawing.at("/lit/id").asText()).isEqualTo("Service/shop/web");
    assertThat(drawing.at("/regions/0/notes").toString()).contains("one relation away");
  }

  @Test
  void whatIsSelectedIsLit() throws IOException {
    JsonNode lit = drawing("?selection=Pod/shop/cart-1").get("lit");

    assertThat(lit.get("id").asText()).isEqualTo("Pod/shop/cart-1");
    assertThat(lit.get("touched").toString()).contains("Node/worker-1");
    assertThat(drawing("").has("lit")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?level=9 | level",
        "?level=-1 | level",
        "?level=two | level",
        "?level=1&level=2 | level",
        "?viewport=NaN | viewport",
        "?viewport=1,2,3 | viewport",
        "?viewport=1,2,3,4,5 | viewport",
        "?viewport=0,0,-1,5 | viewport",
        "?viewport=0,0,0,5 | viewport",
        "?viewport=0,0,1e9,5 | viewport",
        "?viewport=0,0,99999999999,5 | viewport",
        "?viewport=0.5,0,5,5 | viewport",
        "?viewport=Infinity,0,5,5 | viewport",
        "?group=cluster | group",
        "?group= | group",
        "?arrange=later | arrange",
        "?kind=poods | kind",
        "?health=sick | health",
        "?namespace= | namespace",
        "?relation=loves | relation",
        "?labelSelector=((( | labelSelector",
        "?focus=cart | focus",
        "?selection=cart | selection",
        "?hops=1 | hops",
        "?direction=up | direction",
        "?focus=Pod/shop/cart-1&hops=101 | hops",
        "?theme=dark | theme",
      })
  void whatMakesNoSenseIsRefusedWithItsPlace(String query, String parameter) throws IOException {
    RawAnswer answer = server.get(DRAWING + query);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("where").asText())
        .isEqualTo("query parameter '" + parameter + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/clusters/bakery/drawing",
        DRAWING + "?focus=Pod/shop/nobody",
        DRAWING + "?selection=Pod/shop/nobody",
        DRAWING + "?focus=Pod/payments/cart-1&namespace=shop&kind=services",
        "/api/v1/drawing?cluster=shop&cluster=bakery",
      })
  void whatIsNotThereIsNotFound(String target) throws IOException {
    assertThat(server.get(target).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?cluster=shop&cluster=shop", "?cluster=shop&focus=Pod/shop/cart-1"})
  void severalClustersAreNamedOnceEach(String query) throws IOException {
    assertThat(server.get("/api/v1/drawing" + query).status()).isEqualTo(400);
  }

  @Test
  void clustersStandSideBySide() throws Exception {
    server.openAnother("bakery");

    JsonNode both = JSON.readTree(server.get("/api/v1/drawing?cluster=shop&cluster=bakery").body());

    JsonNode left = both.at("/regions/0/bounds");
    JsonNode right = both.at("/regions/1/bounds");
    assertThat(both.at("/regions/0/cluster").asText()).isEqualTo("shop");
    assertThat(right.get(0).asInt()).isGreaterThan(left.get(0).asInt() + left.get(2).asInt());
    assertThat(both.get("metadata").has("cluster")).isFalse();
    assertThat(frames(both)).contains("shop", "payments").hasSize(6);
  }

  private int status(String target, String tag) throws IOException {
    return server.send(server.signed(server.bare(target)).with("If-None-Match: " + tag)).status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?arrange=fresh", "?focus=Pod/shop/cart-1", "?level=1"})
  void aDrawingThatTheCallerHasIsNotSentAgainUntilItChanges(String query) throws Exception {
    RawAnswer first = server.get(DRAWING + query);
    String tag = first.header("ETag");

    assertThat(status(DRAWING + query, tag)).isEqualTo(304);
    assertThat(status(DRAWING + query, "*")).isEqualTo(304);
    assertThat(status(DRAWING + "?level=0", tag)).isEqualTo(200);

    server.shop.grow("more", 1);
    Eventually.holds(() -> assertThat(status(DRAWING + query, tag)).isEqualTo(200));
  }

  @Test
  void equalQuestionsGetEqualBytes() throws IOException {
    assertThat(server.get(DRAWING).body()).isEqualTo(server.get(DRAWING).body());
    assertThat(server.get(DRAWING + "?arrange=fresh").body())
        .isEqualTo(server.get(DRAWING + "?arrange=fresh").body());
  }

  private RawAnswer post(String target) throws IOException {
    RawRequest request =
        server
            .bare(target)
            .method("POST")
            .with("Content-Type: application/json")
            .with("Content-Length: 2")
            .body("{}");
    return server.send(server.signed(request));
  }

  @Test
  void tidyingOpensANewEpochAndAnotherTag() throws Exception {
    String tag = server.get(DRAWING).header("ETag");

    RawAnswer tidied = post(DRAWING + "/tidy");

    assertThat(tidied.status()).as(tidied.toString()).isEqualTo(200);
    assertThat(JSON.readTree(tidied.body()).at("/metadata/epoch").asInt()).isEqualTo(2);
    assertThat(drawing("").at("/regions/0/epoch").asInt()).isEqualTo(2);
    assertThat(drawing("?group=app").at("/regions/0/epoch").asInt()).isEqualTo(1);
    assertThat(status(DRAWING, tag)).isEqualTo(200);
    assertThat(post(DRAWING + "/tidy?group=cluster").status()).isEqualTo(400);
    assertThat(post("/api/v1/clusters/bakery/drawing/tidy").status()).isEqualTo(404);
  }

  @Test
  void aGuestMovesNothing() throws Exception {
    try (TestServer open = TestServer.withoutAuthentication()) {
      RawRequest request =
          open.bare(DRAWING + "/tidy")
              .method("POST")
              .with("Content-Type: application/json")
              .with("Content-Length: 2")
              .body("{}");

      assertThat(open.send(request).status()).isEqualTo(403);
      assertThat(open.send(open.bare(DRAWING)).status()).isEqualTo(200);
    }
  }

  @Test
  void aClusterThatIsStillBeingReadIsDrawnAsFarAsItIsKnown() throws Exception {
    try (TestServer opening = TestServer.empty()) {
      opening.api.attach(opening.served);
      Eventually.holds(() -> assertThat(opening.knows()).isGreaterThanOrEqualTo(5));

      JsonNode drawing = JSON.readTree(opening.get(DRAWING).body());
      RawRequest tidy =
          opening
              .bare(DRAWING + "/tidy")
              .method("POST")
              .with("Content-Type: application/json")
              .with("Content-Length: 2")
              .body("{}");

      assertThat(drawing.at("/regions/0/complete").asBoolean()).isFalse();
      assertThat(drawing.at("/metadata/arrange").asText()).isEqualTo("fresh");
      assertThat(drawing.toString()).contains("Pod/shop/cart-1");
      assertThat(opening.send(opening.signed(tidy)).status()).isEqualTo(409);
      Shop.finish(opening.shop, opening.served);
      assertThat(JSON.readTree(opening.get(DRAWING).body()).at("/metadata/arrange").asText())
          .isEqualTo("keep");
    }
  }

  @Test
  void moreThanOneAnswerHoldsIsRefusedAndSaysWhatToDo() throws Exception {
    server.shop.grow("many", 21_000);
    Eventually.holds(() -> assertThat(server.knows()).isGreaterThanOrEqualTo(21_000));
    Eventually.holds(() -> assertThat(server.get(DRAWING + "?level=2").status()).isNotEqualTo(200));

    RawAnswer refused = server.get(DRAWING + "?level=3");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("20,000", "viewport", "level 0 or 1");
    assertThat(drawing("").at("/metadata/level").asInt()).isLessThan(2);
    assertThat(server.get(DRAWING + "?level=3&viewport=0,0,400,400").status()).isEqualTo(200);
  }
}
