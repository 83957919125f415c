package io.kubilitics.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubilitics.model.ResourceId;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FakeApiServerTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void whatIsPutIsListedOverHttp2() throws Exception {
    try (FakeApiServer server = FakeApiServer.start();
        FakeCaller caller = FakeCaller.admin(server)) {
      server.put(pod("shop", "cart"));

      HttpResponse<String> answer = caller.get("/api/v1/pods");

      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      JsonNode list = JSON.readTree(answer.body());
      assertThat(list.path("kind").asText()).isEqualTo("PodList");
      assertThat(list.path("metadata").path("resourceVersion").asText())
          .isEqualTo(server.revision());
      JsonNode item = list.path("items").path(0);
      assertThat(item.path("metadata").path("name").asText()).isEqualTo("cart");
      assertThat(item.path("spec").path("nodeName").asText()).isEqualTo("worker-1");
      assertThat(item.has("kind")).isFalse();
    }
  }

  @Test
  void aWatchTellsWhatHappensFromAListOn() throws Exception {
    try (FakeApiServer server = FakeApiServer.start();
        FakeCaller caller = FakeCaller.admin(server)) {
      server.put(pod("shop", "cart"));
      String listed = server.revision();
      try (FakeCaller.Lines watch =
          caller.watch("/api/v1/namespaces/shop/pods?watch=1&resourceVersion=" + listed)) {
        server.put(pod("elsewhere", "other"));
        server.put(pod("shop", "till"));
        server.put(pod("shop", "cart"));
        server.delete(ResourceId.parse("Pod/shop/cart"));

        assertThat(told(watch.next())).isEqualTo("ADDED Pod till");
        assertThat(told(watch.next())).isEqualTo("MODIFIED Pod cart");
        assertThat(told(watch.next())).isEqualTo("DELETED Pod cart");
      }
    }
  }

  private static String told(String line) throws Exception {
    JsonNode event = JSON.readTree(line);
    JsonNode object = event.path("object");
    return "%s %s %s"
        .formatted(
            event.path("type").asText(),
            object.path("kind").asText(),
            object.path("metadata").path("name").asText());
  }

  private static String pod(String namespace, String name) {
    return """
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s"},
     "spec":{"nodeName":"worker-1"}}"""
        .formatted(name, namespace);
  }
}
