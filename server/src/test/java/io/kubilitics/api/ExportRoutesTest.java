package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportRoutesTest {
  private static final String EXPORT = "/api/v1/clusters/shop/export";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | image/svg+xml | shop-3.svg | <svg",
        "?format=svg&level=0 | image/svg+xml | shop-0.svg | <svg",
        "?format=drawio | application/vnd.jgraph.mxfile | shop-3.drawio | <mxfile",
        "?format=json | application/json | shop.json | \"kind\":\"Topology\"",
        "?format=yaml | application/yaml | shop.yaml | kind: Topology",
        "?format=dot | text/vnd.graphviz | shop.dot | digraph",
        "?format=graphml | application/graphml+xml | shop.graphml | <graphml",
        "?format=mermaid | application/vnd.mermaid | shop.mmd | flowchart",
      })
  void aMapIsHadInEveryFormat(String query, String type, String name, String holds)
      throws IOException {
    RawAnswer answer = server.get(EXPORT + query);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + "\"");
    assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.body()).contains(holds).contains("shop");
  }

  @Test
  void theFiltersOfTheMapAreThoseOfItsFile() throws IOException {
    for (String format : new String[] {"svg", "drawio", "json", "yaml", "dot", "graphml"}) {
      String body = server.get(EXPORT + "?namespace=shop&kind=pods&format=" + format).body();

      assertThat(body).as(format).contains("batch-1").doesNotContain("payments");
    }
  }

  @Test
  void aThemeTitleAndLegendAreChosen() throws IOException {
    String light = server.get(EXPORT).body();
    String dark = server.get(EXPORT + "?theme=dark").body();
    String bare = server.get(EXPORT + "?title=false&legend=false").body();

    assertThat(dark).isNotEqualTo(light);
    assertThat(bare.length()).isLessThan(light.length());
    assertThat(light).contains("Relations").contains("by namespace");
    assertThat(bare).doesNotContain("by namespace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?format=png | format | svg, drawio, json",
        "?format=pdf | format | svg, drawio, json",
        "?format= | format | svg",
        "?theme=blue | theme | light",
        "?title=no | title | true",
        "?scale=2 | scale | ",
        "?format=json&theme=dark | theme | only for a picture",
        "?format=dot&level=1 | level | only for a picture",
        "?format=yaml&arrange=fresh | arrange | only for a picture",
        "?level=9 | level | 0",
        "?viewport=NaN | viewport | ",
        "?format=json&hops=1 | hops | focus",
      })
  void whatMakesNoSenseIsRefusedWithItsPlace(String query, String parameter, String reason)
      throws IOException {
    for (RawAnswer answer : new RawAnswer[] {server.get(EXPORT + query), post(EXPORT + query)}) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).get("where").asText())
          .isEqualTo("query parameter '" + parameter + "'");
      assertThat(answer.body()).contains(reason == null ? "" : reason);
      assertThat(answer.header("Content-Disposition")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "?format=json", "?format=drawio&arrange=fresh"})
  void aFileThatTheCallerHasIsNotSentAgain(String query) throws IOException {
    String tag = server.get(EXPORT + query).header("ETag");

    RawAnswer again =
        server.send(server.signed(server.bare(EXPORT + query)).with("If-None-Match: " + tag));

    assertThat(again.status()).isEqualTo(304);
  }

  private static RawAnswer post(String target) throws IOException {
    RawRequest request =
        server
            .bare(target)
            .method("POST")
            .with("Content-Type: application/json")
            .with("Content-Length: 2")
            .body("{}");
    return server.send(server.signed(request));
  }

  private static String ticket(String query) throws IOException {
    RawAnswer answer = post(EXPORT + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return JSON.readTree(answer.body()).at("/metadata/path").asText();
  }

  @Test
  void aTicketOpensTheFileItWasMadeForOnceAndWithoutAToken() throws IOException {
    String path = ticket("?format=json&namespace=shop");

    RawAnswer head = server.send(server.bare(path).method("HEAD"));
    RawAnswer file = server.send(server.bare(path));
    RawAnswer again = server.send(server.bare(path));

    assertThat(head.status()).as("looking costs nothing").isEqualTo(200);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Disposition")).contains("shop.json");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    assertThat(file.header("ETag")).isEmpty();
    assertThat(file.body()).isEqualTo(server.get(EXPORT + "?format=json&namespace=shop").body());
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.body()).contains("was used").doesNotContain("cart-1");
  }

  @Test
  void aTicketOpensNothingElse() throws IOException {
    String path = ticket("");
    String text = path.substring(path.lastIndexOf('/') + 1);

    assertThat(server.send(server.bare(path + "?format=json")).status()).isEqualTo(400);
    assertThat(
            server
                .send(server.bare("/api/v1/clusters").with("Authorization: Bearer " + text))
                .status())
        .isEqualTo(401);
    assertThat(server.send(server.bare("/api/v1/downloads/" + text + "x")).status()).isEqualTo(403);
    assertThat(server.send(server.bare("/api/v1/downloads/")).status()).isIn(400, 401, 404);
    assertThat(server.send(server.bare(path)).status()).isEqualTo(200);
  }

  @Test
  void aTicketIsNotMadeForStrangersNorForWhatIsNotThere() throws IOException {
    RawRequest stranger =
        server
            .bare(EXPORT)
            .method("POST")
            .with("Content-Type: application/json")
            .with("Content-Length: 2")
            .body("{}");

    assertThat(server.send(stranger).status()).isEqualTo(401);
    assertThat(post("/api/v1/clusters/bakery/export").status()).isEqualTo(404);
  }
}
