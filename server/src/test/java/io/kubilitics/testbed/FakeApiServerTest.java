package io.kubilitics.testbed;

import static io.kubilitics.testbed.FakeObjects.json;
import static io.kubilitics.testbed.FakeObjects.names;
import static io.kubilitics.testbed.FakeObjects.pod;
import static io.kubilitics.testbed.FakeObjects.pods;
import static io.kubilitics.testbed.FakeObjects.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.ResourceId;
import io.kubilitics.source.demo.DemoCluster;
import io.kubilitics.source.demo.DemoSpec;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeApiServerTest {
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
  void bothVersionsOfHttpAreSpoken() throws Exception {
    assertThat(caller.get("/version").version()).isEqualTo(HttpClient.Version.HTTP_2);
    try (HttpClient old =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(FakeTrust.anonymousClient())
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(server.url().resolve("/api/v1/pods"))
              .header("Authorization", "Bearer " + FakeApiServer.TOKEN)
              .build();
      HttpResponse<String> answer = old.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void noMoreThanAHundredRequestsRunOnOneConnection() throws Exception {
    List<FakeCaller.Lines> watches = new ArrayList<>();
    for (int number = 0; number < FakeApiServer.USUAL_STREAMS; number++) {
      watches.add(caller.watch("/api/v1/pods?watch=1"));
    }
    assertThat(server.log().mostOnOneConnection()).isEqualTo(100);

    assertThatThrownBy(() -> caller.get("/version"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too many concurrent streams");

    watches.forEach(FakeCaller.Lines::close);
  }

  @Test
  void afterARestartTheObjectsAreThereAndThePastIsForgotten() throws Exception {
    server.put(pod("shop", "cart"));
    String before = server.revision();
    server.put(pod("shop", "till"));
    int port = server.port();
    try (FakeCaller.Lines watch = caller.watch("/api/v1/pods?watch=1")) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod cart");
      assertThat(told(watch.next())).isEqualTo("ADDED Pod till");

      server.stop();

      assertThatThrownBy(
              () -> {
                if (watch.next() == null) {
                  throw new IOException("ended");
                }
              })
          .isInstanceOf(IOException.class);
    }
    Eventually.holds(() -> assertThat(server.log().open(FakeVerb.WATCH)).isZero());
    try (FakeCaller other = FakeCaller.admin(server)) {
      assertThatThrownBy(() -> other.get("/version")).isInstanceOf(ConnectException.class);

      server.resume();

      assertThat(server.port()).isEqualTo(port);
      assertThat(names(other.get("/api/v1/pods").body())).containsExactly("cart", "till");
      assertThat(other.get("/api/v1/pods?watch=1&resourceVersion=" + before).body())
          .contains("\"code\":410");
    }
  }

  @Test
  void dropConnectionsEndsThemAndNewOnesAreTaken() throws Exception {
    try (FakeCaller.Lines watch = caller.watch("/api/v1/pods?watch=1")) {
      server.dropConnections();
      assertThatThrownBy(
              () -> {
                if (watch.next() == null) {
                  throw new IOException("ended");
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(caller.get("/version").statusCode()).isEqualTo(200);
  }

  @Test
  void endWatchesEndsThemWell() throws Exception {
    try (FakeCaller.Lines watch = caller.watch("/api/v1/pods?watch=1")) {
      Eventually.holds(() -> assertThat(server.log().open(FakeVerb.WATCH)).isEqualTo(1));
      server.endWatches();
      assertThat(watch.next()).isNull();
    }
    assertThat(server.log().connections()).isEqualTo(1);
  }

  @Test
  void anotherCertificateIsShownToNewConnections() throws Exception {
    for (FakeTrust bad : List.of(FakeTrust.OTHER_SERVER, FakeTrust.WRONG_NAME, FakeTrust.EXPIRED)) {
      server.certificate(bad);
      try (FakeCaller other = FakeCaller.admin(server)) {
        assertThatThrownBy(() -> other.get("/version"))
            .as("%s", bad)
            .isInstanceOf(SSLHandshakeException.class);
      }
    }
    server.certificate(FakeTrust.RENEWED);
    try (FakeCaller other = FakeCaller.admin(server)) {
      assertThat(other.get("/version").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyRequestIsLogged() throws Exception {
    pods(server, 30);
    caller.get("/api/v1/pods?limit=20");
    caller.get("/api/v1/pods?limit=20&continue=x");
    caller.get("/apis/apps/v1/deployments");
    caller.get("/apis");

    FakeRequest first = server.log().all().getFirst();
    assertThat(first.path()).isEqualTo("/api/v1/pods");
    assertThat(first.query()).isEqualTo("limit=20");
    assertThat(first.user()).isEqualTo("admin");
    assertThat(first.protocol()).isEqualTo("HTTP/2.0");
    assertThat(first.status()).isEqualTo(200);
    assertThat(server.log().timesListed("pods")).isEqualTo(1);
    assertThat(server.log().timesListed("deployments.apps")).isEqualTo(1);
    assertThat(server.log().all(FakeVerb.LIST, "pods")).hasSize(2);
    assertThat(server.log().all(request -> request.verb() == FakeVerb.DISCOVERY)).hasSize(1);
    assertThat(server.log().mostAtOnce(FakeVerb.LIST)).isEqualTo(1);
    server.log().clear();
    assertThat(server.log().count()).isZero();
  }

  @Test
  void requestsAtOnceAreCounted() throws Exception {
    server.faults().add(When.list("/"), new Fault.Delay(Duration.ofHours(1)));
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      answers.add(caller.later("/api/v1/pods"));
    }
    Eventually.holds(() -> assertThat(server.log().open(FakeVerb.LIST)).isEqualTo(5));
    Eventually.holds(() -> {
      server.endWatches();
      assertThat(answers).allMatch(CompletableFuture::isDone);
    });

    assertThat(server.log().mostAtOnce(FakeVerb.LIST)).isEqualTo(5);
    assertThat(server.log().open(FakeVerb.LIST)).isZero();
  }

  @Test
  void aDemoIsServedWhole() throws Exception {
    DemoSpec spec = DemoSpec.parse("demo:500:7");
    DemoCluster demo = DemoCluster.of(spec, DemoManifests.BORN, Duration.ofSeconds(1));

    server.fill(demo);

    assertThat(server.size()).isEqualTo(demo.size());
    Map<String, Object> pod =
        demo.objects().filter(body -> "Pod".equals(body.get("kind"))).findFirst().orElseThrow();
    Map<?, ?> metadata = (Map<?, ?>) Objects.requireNonNull(pod.get("metadata"));
    ResourceId id =
        ResourceId.parse("Pod/" + metadata.get("namespace") + "/" + metadata.get("name"));
    assertThat(Objects.requireNonNull(server.get(id)).get("spec")).isEqualTo(pod.get("spec"));
    assertThat(
            json(caller.get("/api/v1/namespaces/" + id.namespace() + "/pods/" + id.name()).body())
                .at("/metadata/uid")
                .asText())
        .isEqualTo(metadata.get("uid"));
  }

  @Test
  void timesOfCreationAreThoseOfItsClock() throws Exception {
    try (FakeApiServer other =
            FakeApiServer.start(10, Clock.fixed(DemoManifests.BORN, java.time.ZoneOffset.UTC));
        FakeCaller reader = FakeCaller.admin(other)) {
      other.put(pod("shop", "cart"));

      assertThat(
              json(reader.get("/api/v1/namespaces/shop/pods/cart").body())
                  .at("/metadata/creationTimestamp")
                  .asText())
          .isEqualTo("2026-11-20T10:00:00Z");
    }
  }

  @Test
  void whatCannotBeServedIsRefusedAtOnce() {
    assertThatThrownBy(() -> server.put("[]")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> server.put("{\"apiVersion\":\"a.b/v1\",\"kind\":\"X\",\"metadata\":{}}"))
        .hasMessage("X.a.b is not served");
    assertThatThrownBy(() -> server.put("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{}}"))
        .hasMessageStartingWith("an object needs a name");
    assertThat(server.delete(ResourceId.parse("Pod/a/b"))).isFalse();
  }

  @Test
  void aKubeconfigHasAContextForEachToken(@TempDir Path folder) throws Exception {
    server.token("t2", "bob");

    Path file =
        server.kubeconfig(folder.resolve("config"), server.url(), Map.of("b", "t2", "a", "t1"));

    assertThat(Files.readString(file))
        .contains("server: " + server.url())
        .contains("current-context: a")
        .contains("user: {token: t2}");
  }

  @Test
  void aProxyBeforeItIsNotNoticed() throws Exception {
    try (FaultProxy proxy = FaultProxy.before(server.port());
        FakeCaller other =
            FakeCaller.of(
                proxy.through(server.url()), FakeApiServer.TOKEN, FakeTrust.anonymousClient())) {
      server.put(pod("shop", "cart"));
      assertThat(names(other.get("/api/v1/pods").body())).containsExactly("cart");
      assertThat(proxy.accepted()).isEqualTo(1);
    }
  }
}
