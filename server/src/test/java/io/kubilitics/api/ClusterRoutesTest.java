package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.RawAnswer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(RawAnswer answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Test
  void aServerWithoutAuthenticationSaysSo() throws IOException {
    try (TestServer open = TestServer.withoutAuthentication()) {
      RawAnswer answer = open.send(open.bare("/readyz?verbose"));

      assertThat(answer.body()).contains("\"authentication\":\"none\"");
      assertThat(open.send(open.bare("/readyz")).body()).doesNotContain("authentication");
    }
  }

  @Test
  void aServerThatIsStillStartingIsAliveAndSaysThatItIsNotReady() throws Exception {
    try (TestServer server = TestServer.empty()) {
      assertThat(server.send(server.bare("/livez")).status()).isEqualTo(200);
      assertThat(server.send(server.bare("/readyz")).status()).isEqualTo(503);
      RawAnswer clusters = server.get("/api/v1/clusters");
      assertThat(clusters.status()).isEqualTo(503);
      assertThat(clusters.code()).isEqualTo("unreadable");
    }
  }

  @Test
  void aServerIsReadyWhenTheFirstReadingHasEnded() throws Exception {
    try (TestServer server = TestServer.empty()) {
      server.api.attach(server.served);
      assertThat(server.send(server.bare("/readyz")).status()).isEqualTo(503);
      assertThat(json(server.get("/api/v1/clusters/shop")).get("state").asText())
          .isEqualTo("opening");

      Shop.finish(server.shop, server.served);

      assertThat(server.send(server.bare("/readyz")).status()).isEqualTo(200);
      assertThat(json(server.get("/api/v1/clusters/shop")).get("state").asText())
          .isEqualTo("ready");
    }
  }

  /// Which kinds a cluster defines is learned while it is read.
  @Test
  void whileAClusterIsReadNoKindIsSaidNotToExist() throws Exception {
    try (TestServer server = TestServer.empty()) {
      server.api.attach(server.served);
      for (String path :
          List.of("topology?kind=unicorns", "resources/unicorns", "resources/unicorns/shop/one")) {
        RawAnswer early = server.get("/api/v1/clusters/shop/" + path);
        assertThat(early.code()).as(path).isEqualTo("unreadable");
        assertThat(early.body()).contains("the kind 'unicorns'").contains("still being read");
      }
      assertThat(server.get("/api/v1/clusters/shop/topology?kind=pods").status()).isEqualTo(200);

      Shop.finish(server.shop, server.served);

      assertThat(server.get("/api/v1/clusters/shop/topology?kind=unicorns").code())
          .isEqualTo("bad-input");
    }
  }

  @Test
  void strangersLearnNoNamesFromTheProbes() throws Exception {
    try (TestServer server = TestServer.start()) {
      RawAnswer stranger = server.send(server.bare("/readyz?verbose"));
      RawAnswer owner = server.get("/readyz?verbose");
      assertThat(stranger.body()).contains("\"authentication\":\"token\"");
      assertThat(owner.body()).contains("\"authentication\":\"token\"");

      assertThat(stranger.body()).doesNotContain("shop").contains("\"state\":\"ready\"");
      assertThat(owner.body()).contains("\"name\":\"shop\"");
    }
  }

  @Test
  void aClusterSaysWhatItIsAndWhatCouldNotBeRead() throws Exception {
    try (TestServer server = TestServer.start()) {
      JsonNode cluster = json(server.get("/api/v1/clusters")).at("/items/1");

      assertThat(cluster.get("name").asText()).isEqualTo("shop");
      assertThat(cluster.get("source").asText()).isEqualTo("kubeconfig:shop");
      assertThat(cluster.get("default").asBoolean()).isTrue();
      assertThat(cluster.get("nodeCount").asInt()).isEqualTo(8);
      assertThat(cluster.at("/rejected/0/place").asText()).isEqualTo("broken.yaml:3");
      assertThat(json(server.get("/api/v1/clusters/shop/kinds")).get("items"))
          .extracting(kind -> kind.get("kind").asText() + " " + kind.get("count").asInt())
          .contains("Pod 3", "Service 2", "Node 1");
    }
  }

  @Test
  void aListComesInPartsOfTheSizeThatIsAskedFor() throws Exception {
    try (TestServer server = TestServer.start()) {
      assertThat(json(server.get("/api/v1/clusters?limit=3")).at("/metadata/continue").asText())
          .isEmpty();
      assertThat(json(server.get("/api/v1/clusters?limit=2")).at("/metadata/continue").asText())
          .isNotEmpty();
      assertThat(server.get("/api/v1/clusters?limit=0").code()).isEqualTo("bad-input");
      assertThat(server.get("/api/v1/clusters?limit=1001").code()).isEqualTo("bad-input");
      assertThat(server.get("/api/v1/clusters?continue=%21%21").code()).isEqualTo("bad-input");
      assertThat(server.get("/api/v1/clusters?continue=c2hvcA").code()).isEqualTo("bad-input");
      String last = Bookmark.text("clusters", List.of("staging"));
      assertThat(json(server.get("/api/v1/clusters?continue=" + last)).get("items")).isEmpty();
    }
  }

  @Test
  void metricsCountRequestsByRouteAndNeverByPath() throws Exception {
    try (TestServer server = TestServer.start()) {
      server.get("/api/v1/clusters/shop/topology");
      server.get("/api/v1/clusters/secret-name/topology");
      server.send(server.bare("/nowhere/secret-name"));

      String metrics = server.get("/metrics").body();

      assertThat(metrics)
          .contains("kubilitics_topology_nodes{cluster=\"shop\"} 8")
          .contains(
              "kubilitics_http_requests_seconds_count{route=\"GET"
                  + " /api/v1/clusters/{cluster}/topology\",status=\"200\"} 1")
          .contains("route=\"refused\",status=\"401\"")
          .contains("jvm_memory_used_bytes")
          .contains("jvm_gc_collections_seconds_count{collector=\"")
          .contains("jvm_gc_collections_seconds_sum{collector=\"")
          .doesNotContain("secret-name");
    }
  }

  @Test
  void aServerWithoutAuthenticationIsReadByAnybodyFromItsOwnPageOnly() throws Exception {
    try (TestServer server = TestServer.withoutAuthentication()) {
      assertThat(server.send(server.bare("/api/v1/clusters")).status()).isEqualTo(200);
      assertThat(
              server
                  .send(server.bare("/api/v1/clusters").with("Origin: http://evil.example"))
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void thePageAndItsPartsNameNoOtherHost() throws Exception {
    try (TestServer server = TestServer.start()) {
      for (String part : java.util.List.of("/", "/page.js", "/page.css")) {
        RawAnswer answer = server.send(server.bare(part));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("https://", "onclick", "style=", "innerHTML");
      }
    }
  }
}
