package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/// The store of a cluster, by its HTTP gateway: for what an API server would take long to do, or
/// must not see. Any thread.
public final class Etcd {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// etcd takes 128 operations in a transaction.
  private static final int STORED_AT_ONCE = 100;

  private final URI address;

  Etcd(URI address) {
    this.address = address;
  }

  /// Writes objects past the API server, many at a time, as it would write them itself; it sees
  /// them like any other change.
  ///
  /// @param objects JSON by the key below `/registry/`: `pods/shop/cart-1`
  public void store(Map<String, String> objects) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      ArrayNode operations = JSON.createArrayNode();
      for (Map.Entry<String, String> object : objects.entrySet()) {
        operations
            .addObject()
            .putObject("requestPut")
            .put("key", base64("/registry/" + object.getKey()))
            .put("value", base64(object.getValue()));
        if (operations.size() == STORED_AT_ONCE) {
          store(http, operations);
        }
      }
      store(http, operations);
    }
  }

  private void store(HttpClient http, ArrayNode operations)
      throws IOException, InterruptedException {
    if (!operations.isEmpty()) {
      post(http, "/v3/kv/txn", JSON.createObjectNode().set("success", operations).toString());
      operations.removeAll();
    }
  }

  /// Takes objects away past the API server.
  ///
  /// @param keys as for [#store]
  public void erase(Collection<String> keys) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String key : keys) {
        String range = JSON.createObjectNode().put("key", base64("/registry/" + key)).toString();
        post(http, "/v3/kv/deleterange", range);
      }
    }
  }

  /// Forgets everything but the present state. The API server remembers more, until it is
  /// restarted.
  public void compact() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String revision =
          post(http, "/v3/kv/range", "{\"key\":\"AA==\",\"limit\":\"1\"}")
              .at("/header/revision")
              .asText();
      post(http, "/v3/kv/compaction", "{\"revision\":\"" + revision + "\",\"physical\":true}");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private JsonNode post(HttpClient http, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("etcd says " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
