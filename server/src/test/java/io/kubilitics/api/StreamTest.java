package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The stream over the wire.
class StreamTest {
  private static TestServer server;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    server.close();
  }

  private static StreamClient greeted() throws IOException {
    StreamClient client = StreamClient.greet(http, server.api.port(), server.token.reveal());
    assertThat(client.next().path("type").asText()).isEqualTo("welcome");
    return client;
  }

  @Test
  void aSubscriptionBeginsWithASnapshotAndGoesOnWithDeltas() throws IOException {
    try (StreamClient client = greeted()) {
      client.say(
          """
          {"type":"subscribe","id":"a","cluster":"shop","view":{"show":"topology"}}""");

      JsonNode snapshot = client.next();
      server.shop.grow("more", 1);
      JsonNode delta = client.next();

      assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
      assertThat(snapshot.path("parts").findValuesAsText("topic"))
          .containsExactly("", "payments", "shop");
      assertThat(delta.path("type").asText()).isEqualTo("delta");
      assertThat(delta.path("from")).isEqualTo(snapshot.path("revision"));
      assertThat(delta.path("parts").path(0).path("content").path("nodes").findValuesAsText("name"))
          .contains("more-0");
    }
  }
}
