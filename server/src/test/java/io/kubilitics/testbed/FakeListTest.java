package io.kubilitics.testbed;

import static io.kubilitics.testbed.FakeObjects.json;
import static io.kubilitics.testbed.FakeObjects.names;
import static io.kubilitics.testbed.FakeObjects.pod;
import static io.kubilitics.testbed.FakeObjects.pods;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.model.ResourceId;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeListTest {
  private FakeApiServer server;
  private FakeCaller caller;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    caller = FakeCaller.admin(server);
  }

  @AfterEach
  void stop() {
    caller.close();
    server.close();
  }

  @Test
  void itemsOfBuiltInKindsDoNotSayWhatTheyAreAndThoseOfCustomKindsDo() throws Exception {
    server.put(pod("shop", "cart"));
    server.put(FakeObjects.crd("v1"));
    server.put(
        """
        {"apiVersion":"example.com/v1","kind":"Widget",
         "metadata":{"name":"w","namespace":"shop"}}\
        """);

    JsonNode pod = json(caller.get("/api/v1/pods").body()).path("items").path(0);
    JsonNode widget = json(caller.get("/apis/example.com/v1/widgets").body()).path("items").path(0);

    assertThat(pod.has("kind")).isFalse();
    assertThat(pod.has("apiVersion")).isFalse();
    assertThat(widget.path("kind").asText()).isEqualTo("Widget");
    assertThat(widget.path("apiVersion").asText()).isEqualTo("example.com/v1");
  }

  @Test
  void eachObjectHasRevisionUidAndTimeOfCreationAndKeepsTheLastTwo() throws Exception {
    server.put(pod("shop", "cart"));
    JsonNode before = metadata("/api/v1/namespaces/shop/pods/cart");
    server.put(pod("shop", "cart"));
    JsonNode after = metadata("/api/v1/namespaces/shop/pods/cart");

    assertThat(before.path("uid").asText()).hasSize(36).isEqualTo(after.path("uid").asText());
    assertThat(before.path("creationTimestamp").asText())
        .matches("[0-9-]{10}T[0-9:]{8}Z")
        .isEqualTo(after.path("creationTimestamp").asText());
    assertThat(after.path("resourceVersion").asLong())
        .isGreaterThan(before.path("resourceVersion").asLong());
  }

  @Test
  void anObjectThatComesAgainHasAnotherUid() throws Exception {
    server.put(pod("shop", "cart"));
    String before = metadata("/api/v1/namespaces/shop/pods/cart").path("uid").asText();
    server.delete(ResourceId.parse("Pod/shop/cart"));
    server.put(pod("shop", "cart"));

    assertThat(metadata("/api/v1/namespaces/shop/pods/cart").path("uid").asText())
        .isNotEqualTo(before);
  }

  private JsonNode metadata(String path) throws Exception {
    return json(caller.get(path).body()).path("metadata");
  }

  @Test
  void aListOfOneNamespaceHasNoneOfOthers() throws Exception {
    server.put(pod("shop", "cart"));
    server.put(pod("shop-2", "other"));

    assertThat(names(caller.get("/api/v1/namespaces/shop/pods").body())).containsExactly("cart");
    assertThat(names(caller.get("/api/v1/pods").body())).containsExactly("other", "cart");
  }

  @Test
  void pagesShowOneMomentAndSayHowMuchFollows() throws Exception {
    pods(server, 25);
    List<String> read = new ArrayList<>();
    String next = "";
    List<Integer> remaining = new ArrayList<>();
    do {
      JsonNode page = json(caller.get("/api/v1/pods?limit=10&continue=" + next).body());
      page.path("items").forEach(item -> read.add(item.path("metadata").path("name").asText()));
      next = page.path("metadata").path("continue").asText();
      remaining.add(page.path("metadata").path("remainingItemCount").asInt(0));
      server.put(pod("shop", "a-new-one"));
      server.delete(ResourceId.parse("Pod/shop/pod-00024"));
    } while (!next.isEmpty());

    assertThat(read).hasSize(25).doesNotHaveDuplicates().doesNotContain("a-new-one");
    assertThat(remaining).containsExactly(15, 5, 0);
  }

  @Test
  void theCacheKnowsNoPages() throws Exception {
    pods(server, 25);

    assertThat(names(caller.get("/api/v1/pods?limit=10&resourceVersion=0").body())).hasSize(25);
  }

  @Test
  void aPageBehindACompactionIsGone() throws Exception {
    pods(server, 25);
    JsonNode page = json(caller.get("/api/v1/pods?limit=10").body());
    server.compact();

    HttpResponse<String> answer =
        caller.get(
            "/api/v1/pods?limit=10&continue=" + page.path("metadata").path("continue").asText());

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(json(answer.body()).path("reason").asText()).isEqualTo("Expired");
  }

  @Test
  void aTokenThatIsNoneIsABadRequest() throws Exception {
    assertThat(caller.get("/api/v1/pods?limit=10&continue=xyz").statusCode()).isEqualTo(400);
    assertThat(caller.get("/api/v1/pods?limit=many").statusCode()).isEqualTo(400);
  }

  @Test
  void aRevisionOfTheFutureIsATimeout() throws Exception {
    HttpResponse<String> answer = caller.get("/api/v1/pods?resourceVersion=999999");

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(json(answer.body()).path("message").asText())
        .startsWith("Too large resource version: 999999");
  }

  @Test
  void metadataAloneAreGivenToWhoAsksForThem() throws Exception {
    server.put(pod("shop", "cart"));

    JsonNode list =
        json(
            caller
                .get(
                    "/api/v1/pods",
                    "Accept",
                    "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1")
                .body());

    assertThat(list.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
    JsonNode item = list.path("items").path(0);
    assertThat(item.path("kind").asText()).isEqualTo("PartialObjectMetadata");
    assertThat(item.path("metadata").path("name").asText()).isEqualTo("cart");
    assertThat(item.has("spec")).isFalse();
  }

  @Test
  void aLargeListIsCompressedForWhoAcceptsIt() throws Exception {
    server.features().gzipFrom(1000);
    pods(server, 100);

    HttpResponse<byte[]> answer = caller.octets("/api/v1/pods", "Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(names(new String(in.readAllBytes(), StandardCharsets.UTF_8))).hasSize(100);
    }
    assertThat(caller.get("/api/v1/pods").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFoundInTheWordsOfKubernetes() throws Exception {
    HttpResponse<String> object = caller.get("/apis/apps/v1/namespaces/shop/deployments/cart");

    assertThat(object.statusCode()).isEqualTo(404);
    assertThat(json(object.body()).path("message").asText())
        .isEqualTo("deployments.apps \"cart\" not found");
    assertThat(caller.get("/apis/example.com/v1/widgets").body()).isEqualTo("404 page not found\n");
    assertThat(caller.get("/api/v1/namespaces/shop/nodes").statusCode()).isEqualTo(404);
  }

  @Test
  void oddObjectsStandAmongTheOthers() throws Exception {
    server.put(pod("shop", "cart"));
    server.putOdd(ResourceId.parse("Pod/shop/odd"), "[1]".getBytes(StandardCharsets.UTF_8));

    JsonNode items = json(caller.get("/api/v1/pods").body()).path("items");

    assertThat(items.path(1).toString()).isEqualTo("[1]");
  }
}
