package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.check.Code;
import io.kubilitics.check.Radius;
import io.kubilitics.testbed.RawAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FindingRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FINDINGS = "/api/v1/clusters/shop/findings";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theWorstComesFirstAndFiltersLetInWhatTheySay() throws IOException {
    JsonNode all = get("");

    List<String> levels = texts(all, "level");
    assertThat(levels).isNotEmpty();
    assertThat(levels)
        .isSortedAccordingTo(Comparator.comparingInt(List.of("error", "warning", "info")::indexOf));
    String code = all.at("/items/0/code").asText();
    assertThat(texts(get("?code=" + code.toLowerCase(Locale.ROOT)), "code"))
        .isNotEmpty()
        .containsOnly(code);
    assertThat(texts(get("?level=info"), "level")).doesNotContain("error", "warning");
    assertThat(texts(get("?namespace=nowhere"), "code")).isEmpty();
    assertThat(texts(get("?kind=nodes"), "code")).isEmpty();
    assertThat(all.at("/metadata/total").asInt()).isEqualTo(levels.size());
  }

  @Test
  void pagesOfOneAreTheWholeList() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    get("").get("items").forEach(all::add);
    List<JsonNode> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = get("?limit=1" + (next.isEmpty() ? "" : "&continue=" + next));
      page.get("items").forEach(found::add);
      next = page.at("/metadata/continue").asText();
    } while (!next.isEmpty());

    assertThat(found).isEqualTo(all);
  }

  @Test
  void anObjectAloneHasTheSameFindings() throws IOException {
    for (JsonNode finding : get("").get("items")) {
      if (Code.named(finding.get("code").asText()).radius() == Radius.GLOBAL) {
        continue;
      }
      String object = finding.get("object").asText();
      RawAnswer detail = server.get("/api/v1/clusters/shop/resources?id=" + object);

      assertThat(JSON.readTree(detail.body()).get("findings")).as(object).contains(finding);
    }
  }

  @Test
  void whatIsKnownAlreadyIsNotSentAgain() throws IOException {
    String tag = server.get(FINDINGS).header("ETag");

    RawAnswer again =
        server.send(server.signed(server.bare(FINDINGS)).with("If-None-Match: " + tag));

    assertThat(again.status()).isEqualTo(304);
    assertThat(server.get(FINDINGS + "?level=info").header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    for (String query : List.of("?level=fatal", "?code=KUB999", "?kind=shops", "?limit=0")) {
      assertThat(server.get(FINDINGS + query).status()).as(query).isEqualTo(400);
    }
    assertThat(server.get("/api/v1/clusters/bakery/findings").status()).isEqualTo(404);
  }

  private static JsonNode get(String query) throws IOException {
    return JSON.readTree(server.get(FINDINGS + query).body());
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.get("items").forEach(item -> texts.add(item.get(field).asText()));
    return texts;
  }
}
