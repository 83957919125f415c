package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A source hears which kinds somebody looks at by name.
class WantedKindsTest {
  private static final String CLUSTER = "/api/v1/clusters/shop";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void ask(String path) throws IOException {
    assertThat(server.get(CLUSTER + path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/resources/pods",
        "/resources/pod/shop/cart-1",
        "/resources/pod/shop/cart-1/yaml",
        "/resources?id=Pod/shop/cart-1",
        "/yaml?id=Pod/shop/cart-1",
        "/topology?kind=po",
        "/topology/focus?id=Pod/shop/cart-1"
      })
  void whatARequestNamesIsWanted(String path) throws IOException {
    ask(path);

    assertThat(server.shop.wanted()).containsExactly(Shop.POD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/topology", "/kinds", "/findings"})
  void whatIsShownWithoutBeingNamedIsNot(String path) throws IOException {
    ask(path);

    assertThat(server.shop.wanted()).isEmpty();
  }

  @Test
  void whatASubscriptionNamesIsWanted() throws IOException {
    try (HttpClient http = HttpClient.newHttpClient();
        StreamClient client = StreamClient.greet(http, server.api.port(), server.token.reveal())) {
      client.say(
          """
          {"type":"subscribe","id":"a","cluster":"shop",\
          "view":{"show":"topology","kinds":["secrets"]}}\
          """);
      assertThat(client.next("snapshot").path("id").asText()).isEqualTo("a");
    }

    assertThat(server.shop.wanted()).containsExactly(Shop.SECRET);
  }
}
