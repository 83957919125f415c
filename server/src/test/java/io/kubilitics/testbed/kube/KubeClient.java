package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Asks an API server as one user, with nothing between it and the wire but the JDK. Any thread.
public final class KubeClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int TRIES = 5;
  private static final int TOO_MANY = 429;

  private final URI server;
  private final String token;
  private final HttpClient http;

  /// From `apps/v1 Deployment` to the path of its collection, as far as it was needed.
  private final Map<String, Resource> resources = new ConcurrentHashMap<>();

  /// What an API server said, whatever its status.
  public record Answer(int status, String body) {
    public JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  /// Where objects of a kind are.
  private record Resource(String api, String plural, boolean namespaced) {
    String path(JsonNode object) {
      String namespace = object.at("/metadata/namespace").asText("default");
      return api
          + (namespaced ? "/namespaces/" + namespace : "")
          + "/"
          + plural
          + "/"
          + object.at("/metadata/name").asText();
    }
  }

  KubeClient(URI server, SSLContext tls, String token) {
    this.server = server;
    this.token = token;
    this.http =
        HttpClient.newBuilder().sslContext(tls).connectTimeout(Duration.ofSeconds(30)).build();
  }

  /// Creates objects or brings them to the state that a text of YAML or JSON describes, one after
  /// the other. A namespace that is not named is `default`.
  ///
  /// @throws IOException when any of them is refused
  public void apply(String manifests) throws IOException, InterruptedException {
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(manifests)) {
      JsonNode object = JSON.valueToTree(document);
      String path = path(object) + "?fieldManager=testbed&force=true";
      require(send("PATCH", path, "application/apply-patch+yaml", object.toString()));
    }
  }

  /// Deletes the objects that a text names, at once; what is not there stays away.
  public void delete(String manifests) throws IOException, InterruptedException {
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(manifests)) {
      remove(path(JSON.valueToTree(document)));
    }
  }

  /// Deletes what is at a path, at once; it may be gone already.
  public void remove(String path) throws IOException, InterruptedException {
    String now = "{\"gracePeriodSeconds\":0,\"propagationPolicy\":\"Background\"}";
    Answer answer = send("DELETE", path, "application/json", now);
    if (answer.status() != 404) {
      require(answer);
    }
  }

  /// Changes an object, or a subresource of it, by a JSON merge patch.
  ///
  /// @param path of the object: `/api/v1/namespaces/shop/pods/cart-1/status`
  public JsonNode patch(String path, String mergePatch) throws IOException, InterruptedException {
    return require(send("PATCH", path, "application/merge-patch+json", mergePatch));
  }

  public JsonNode post(String path, String body) throws IOException, InterruptedException {
    return require(send("POST", path, "application/json", body));
  }

  public JsonNode put(String path, String body) throws IOException, InterruptedException {
    return require(send("PUT", path, "application/json", body));
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return require(ask(path));
  }

  /// The answer to a question, whatever it is.
  public Answer ask(String path) throws IOException, InterruptedException {
    return answer(request(path).timeout(LIMIT).build());
  }

  /// Reads a watch line by line until the reader has had enough, or it ends.
  public void watch(String path, Predicate<String> goOn) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
      if (response.statusCode() != 200) {
        throw new IOException(response.statusCode() + " " + lines.readLine());
      }
      String line = lines.readLine();
      while (line != null && goOn.test(line)) {
        line = lines.readLine();
      }
    }
  }

  /// The path of an object with a kind, a name and perhaps a namespace.
  public String path(JsonNode object) throws IOException, InterruptedException {
    String version = object.path("apiVersion").asText();
    String kind = object.path("kind").asText();
    Resource known = resources.get(version + " " + kind);
    Resource resource = known == null ? discover(version, kind) : known;
    return resource.path(object);
  }

  private Resource discover(String version, String kind) throws IOException, InterruptedException {
    String api = (version.contains("/") ? "/apis/" : "/api/") + version;
    for (JsonNode served : get(api).path("resources")) {
      if (served.path("kind").asText().equals(kind)
          && !served.path("name").asText().contains("/")) {
        Resource found =
            new Resource(api, served.path("name").asText(), served.path("namespaced").asBoolean());
        resources.put(version + " " + kind, found);
        return found;
      }
    }
    throw new IOException("the API server serves no " + kind + " of " + version);
  }

  /// Sends a body, again when the server has too much to do.
  public Answer send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return answer(
        request(path)
            .timeout(LIMIT)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    for (int round = 1; ; round++) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != TOO_MANY || round == TRIES) {
        return new Answer(response.statusCode(), response.body());
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private static JsonNode require(Answer answer) throws IOException {
    if (answer.status() >= 300) {
      throw new IOException(answer.status() + " " + answer.body());
    }
    return answer.json();
  }

  /// The objects of a list.
  public static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
