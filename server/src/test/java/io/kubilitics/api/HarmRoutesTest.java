package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.RawAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Impact and paths over the wire.
class HarmRoutesTest {
  private static final String SHOP = "/api/v1/clusters/shop";

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
  void aNodeTakesItsPodsAndTheyTheirServices() throws IOException {
    JsonNode impact = ok("/impact/nodes/-/worker-1?event=fails");

    assertThat(lines(impact))
        .containsExactly(
            "1 Pod/payments/cart-1 breaks by runs-on 1/1",
            "1 Pod/shop/batch-1 breaks by runs-on 1/1",
            "1 Pod/shop/cart-1 breaks by runs-on 1/1",
            "2 Service/payments/web breaks by selects 1/1",
            "2 Service/shop/web breaks by selects 1/1");
    assertThat(impact.at("/metadata/breaks").asInt()).isEqualTo(5);
    assertThat(impact.at("/items/0/causes/0/edges/0/evidence/0/path").asText())
        .isEqualTo("spec.nodeName");
    assertThat(lines(ok("/impact?id=Node/worker-1&event=fails"))).isEqualTo(lines(impact));
    assertThat(lines(ok("/impact?id=Node/worker-1&hops=1"))).hasSize(3);
  }

  @Test
  void impactComesInParts() throws IOException {
    List<String> joined = new ArrayList<>();
    String next = "";
    do {
      JsonNode part =
          ok("/impact?id=Node/worker-1&limit=2" + (next.isEmpty() ? "" : "&continue=" + next));
      joined.addAll(lines(part));
      next = part.at("/metadata/continue").asText();
    } while (!next.isEmpty());

    assertThat(joined).isEqualTo(lines(ok("/impact?id=Node/worker-1"))).hasSize(5);
  }

  @Test
  void aPathNamesEveryStepWithTheFieldItWasReadFrom() throws IOException {
    JsonNode paths = ok("/paths?from=Service/shop/web&to=Node/worker-1");

    JsonNode first = paths.at("/items/0");
    assertThat(first.get("hops").asInt()).isEqualTo(2);
    assertThat(first.at("/steps/0/edge/id").asText())
        .isEqualTo("Service/shop/web selects Pod/shop/cart-1");
    assertThat(first.at("/steps/1/edge/evidence/0/path").asText()).isEqualTo("spec.nodeName");
    assertThat(paths.at("/metadata/complete").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/paths, 400",
    "/paths?from=Pod/shop/cart-1, 400",
    "/paths?from=Pod/shop/cart-1&to=cart, 400",
    "/paths?from=Pod/shop/cart-1&to=Pod/shop/nobody, 404",
    "/paths?from=Pod/shop/cart-1&to=Pod/shop/batch-1&limit=11, 400",
    "/impact, 400",
    "/impact?id=Pod/shop/nobody, 404",
    "/impact?id=Pod/shop/cart-1&event=explodes, 400",
    "/impact?id=Pod/shop/cart-1&hops=0, 400",
    "/impact?id=Pod/shop/cart-1&continue=zzz, 400",
    "/impact/pods/shop/nobody, 404",
    "/impact/unicorns/shop/cart-1, 404"
  })
  void whatMakesNoSenseIsRefused(String target, int status) throws IOException {
    assertThat(server.get(SHOP + target).status()).isEqualTo(status);
  }

  private static JsonNode ok(String target) throws IOException {
    RawAnswer answer = server.get(SHOP + target);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static List<String> lines(JsonNode impact) {
    List<String> lines = new ArrayList<>();
    for (JsonNode item : impact.get("items")) {
      JsonNode cause = item.at("/causes/0");
      lines.add(
          item.get("hops").asText()
              + " "
              + item.at("/resource/id").asText()
              + " "
              + item.get("effect").asText()
              + " by "
              + cause.get("relation").asText()
              + " "
              + cause.get("lost").asText()
              + "/"
              + cause.get("of").asText());
    }
    return lines;
  }
}
