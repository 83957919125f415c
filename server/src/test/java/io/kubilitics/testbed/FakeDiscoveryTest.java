package io.kubilitics.testbed;

import static io.kubilitics.testbed.FakeObjects.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.model.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeDiscoveryTest {
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

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
  void theVersionIsTold() throws Exception {
    JsonNode version = json(caller.get("/version").body());

    assertThat(version.path("gitVersion").asText()).isEqualTo("v1.36.3");
    assertThat(version.path("minor").asText()).isEqualTo("36");
  }

  @Test
  void everythingIsToldAtOnceToWhoAsksForIt() throws Exception {
    HttpResponse<String> core = caller.get("/api", "Accept", AGGREGATED);
    HttpResponse<String> others = caller.get("/apis", "Accept", AGGREGATED);

    assertThat(core.headers().firstValue("Content-Type").orElseThrow())
        .contains("as=APIGroupDiscoveryList");
    assertThat(plurals(json(core.body()))).contains("pods", "nodes", "secrets");
    assertThat(plurals(json(others.body()))).contains("deployments", "roles", "leases");
    assertThat(plurals(json(others.body()))).doesNotContain("pods");
  }

  private static List<String> plurals(JsonNode list) {
    List<String> plurals = new ArrayList<>();
    for (JsonNode group : list.path("items")) {
      for (JsonNode version : group.path("versions")) {
        version.path("resources").forEach(one -> plurals.add(one.path("resource").asText()));
      }
    }
    return plurals;
  }

  @Test
  void anOldServerTellsGroupByGroup() throws Exception {
    server.features().aggregatedDiscovery(false);

    assertThat(json(caller.get("/api", "Accept", AGGREGATED).body()).path("kind").asText())
        .isEqualTo("APIVersions");
    JsonNode groups = json(caller.get("/apis", "Accept", AGGREGATED).body());
    assertThat(groups.path("kind").asText()).isEqualTo("APIGroupList");
    assertThat(groups.path("groups")).anyMatch(group -> group.path("name").asText().equals("apps"));
    JsonNode core = json(caller.get("/api/v1").body());
    assertThat(core.path("resources"))
        .anyMatch(one -> one.path("name").asText().equals("pods"))
        .anyMatch(one -> one.path("name").asText().equals("pods/log"));
    assertThat(json(caller.get("/apis/apps").body()).at("/preferredVersion/version").asText())
        .isEqualTo("v1");
    assertThat(json(caller.get("/apis/apps/v1").body()).path("groupVersion").asText())
        .isEqualTo("apps/v1");
  }

  @Test
  void aGroupThatIsNotThereIsNotFound() throws Exception {
    assertThat(caller.get("/apis/nowhere.example.com").statusCode()).isEqualTo(404);
    assertThat(caller.get("/apis/apps/v9").statusCode()).isEqualTo(404);
    assertThat(caller.get("/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void kindsComeAndGoWhileItRuns() throws Exception {
    server.addKind(FakeKind.custom("Widget.example.com", "v1beta1", "widgets", true));
    assertThat(plurals(json(caller.get("/apis", "Accept", AGGREGATED).body()))).contains("widgets");
    assertThat(caller.get("/apis/example.com/v1beta1/widgets").statusCode()).isEqualTo(200);

    server.addKind(
        FakeKind.custom("Widget.example.com", "v1", "widgets", true).withVersions("v1", "v1beta1"));
    assertThat(
            json(caller.get("/apis/example.com").body()).at("/preferredVersion/version").asText())
        .isEqualTo("v1");
    assertThat(caller.get("/apis/example.com/v1/widgets").statusCode()).isEqualTo(200);
    assertThat(caller.get("/apis/example.com/v1beta1/widgets").statusCode()).isEqualTo(200);

    server.removeKind(Kind.parse("Widget.example.com"));
    assertThat(caller.get("/apis/example.com").statusCode()).isEqualTo(404);
  }

  @Test
  void anObjectIsShownInTheVersionInWhichItIsAskedFor() throws Exception {
    server.addKind(
        FakeKind.custom("Widget.example.com", "v1", "widgets", true).withVersions("v1", "v1beta1"));
    server.put(
        """
        {"apiVersion":"example.com/v1","kind":"Widget",
         "metadata":{"name":"w","namespace":"shop"}}\
        """);

    assertThat(
            json(caller.get("/apis/example.com/v1beta1/namespaces/shop/widgets/w").body())
                .path("apiVersion")
                .asText())
        .isEqualTo("example.com/v1beta1");
  }

  @Test
  void aGroupWhoseServerIsAwayIsStale() throws Exception {
    server.addKind(FakeKind.custom("NodeMetrics.metrics.k8s.io", "v1beta1", "nodes", false));
    server.breakGroup("metrics.k8s.io", true);

    JsonNode all = json(caller.get("/apis", "Accept", AGGREGATED).body());
    assertThat(all.path("items"))
        .anyMatch(group ->
            group.at("/metadata/name").asText().equals("metrics.k8s.io")
                && group.at("/versions/0/freshness").asText().equals("Stale"));
    assertThat(caller.get("/apis/metrics.k8s.io/v1beta1").statusCode()).isEqualTo(503);
    assertThat(caller.get("/apis/metrics.k8s.io/v1beta1/nodes").statusCode()).isEqualTo(503);

    server.breakGroup("metrics.k8s.io", false);
    assertThat(caller.get("/apis/metrics.k8s.io/v1beta1").statusCode()).isEqualTo(200);
  }
}
