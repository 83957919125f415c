package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Impersonation;
import io.kubilitics.testbed.FakeApiServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent, as whom, and which way.
class RequestTest {
  private static final Ask VERSION = Ask.get("/version");

  @TempDir private Path folder;

  @Test
  void aServerOfHttp11IsAskedWithAllHeaders() throws Exception {
    Impersonation as =
        new Impersonation(
            "jane", "u-1", List.of("dev", "ops"), Map.of("acme.com/a b", List.of("x", "y")));
    try (PlainServer server = PlainServer.withTls();
        FabricConnection connection = Ways.to(local(server)).as(as).open()) {
      for (Errand errand : Errand.values()) {
        try (Reply reply = connection.send(errand, Ask.get("/api/v1/pods", "a/b, c/d"))) {
          assertThat(reply.text(100)).isEqualTo("hello");
        }
      }
      Map<String, List<String>> headers = server.asked().getLast();
      assertThat(headers)
          .containsEntry("Accept", List.of("a/b, c/d"))
          .containsEntry("User-Agent", List.of("kubilitics/1.2.3"))
          .containsEntry("Authorization", List.of("Bearer " + FakeApiServer.TOKEN))
          .containsEntry("Impersonate-User", List.of("jane"))
          .containsEntry("Impersonate-Uid", List.of("u-1"))
          .containsEntry("Impersonate-Extra-acme.com%2Fa%20b", List.of("x", "y"));
      assertThat(headers.get("Impersonate-Group")).containsExactly("dev", "ops");
      assertThat(headers).doesNotContainKey("Accept-Encoding");
    }
  }

  @Test
  void aListFromAfarComesCompressedAndIsReadPlain() throws Exception {
    try (PlainServer server = PlainServer.withTls();
        Relay proxy = Relay.proxyTo(server.port());
        FabricConnection connection =
            Ways.to(URI.create("https://kube.test:6443"))
                .through(URI.create("http://127.0.0.1:" + proxy.port()))
                .open()) {
      try (Reply reply = connection.send(Errand.LIST, Ask.get("/api/v1/pods"))) {
        assertThat(reply.text(100)).isEqualTo("hello");
      }
      assertThat(server.asked().getLast()).containsEntry("Accept-Encoding", List.of("gzip"));
      connection.send(Errand.WATCH, Ask.get("/api/v1/pods")).close();
      assertThat(server.asked().getLast()).doesNotContainKey("Accept-Encoding");
    }
  }

  @Test
  void aProxyIsAskedForATunnelAndShownItsPasswordAlone() throws Exception {
    try (FakeApiServer server = FakeApiServer.start();
        Relay proxy = Relay.proxyTo(server.port());
        FabricConnection connection =
            Ways.to(URI.create("https://kube.test:6443"))
                .through(URI.create("http://me:pa%3Ass@127.0.0.1:" + proxy.port()))
                .open();
        Reply reply = connection.send(Errand.USER, VERSION)) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("CONNECT kube.test:6443 HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Basic " + base64("me:pa:ss"))
          .doesNotContain(FakeApiServer.TOKEN);
    }
  }

  @Test
  void theProxyOfTheEnvironmentIsTakenWhereTheKubeconfigNamesNone() throws Exception {
    try (FakeApiServer server = FakeApiServer.start();
        Relay proxy = Relay.proxyTo(server.port());
        FabricConnection connection =
            Ways.to(URI.create("https://kube.test:6443"))
                .where("https_proxy", "127.0.0.1:" + proxy.port())
                .open();
        Reply reply = connection.send(Errand.USER, VERSION)) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(proxy.accepted()).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({"socks5", "https", "ftp"})
  void aProxyThatCannotBeUsedIsToldBeforeAnythingIsSent(String scheme) {
    Ways ways =
        Ways.to(URI.create("https://kube.test"))
            .through(URI.create(scheme + "://me:s3cr3t@127.0.0.1:1"));
    assertThatThrownBy(ways::open)
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "proxy-url in the kubeconfig: a proxy of the kind '"
                + scheme
                + "' cannot be used, only http");
  }

  @Test
  void nothingIsShownWithoutTls() throws Exception {
    Authorization plugin =
        new Authorization.Plugin(
            "client.authentication.k8s.io/v1", "/no/such", List.of(), Map.of(), false, "");
    for (Authorization authorization : List.of(new Authorization.Bearer(new Hidden("t")), plugin)) {
      try (PlainServer server = PlainServer.start();
          FabricConnection connection =
              Ways.to(URI.create("http://127.0.0.1:" + server.port())).as(authorization).open();
          Reply reply = connection.send(Errand.USER, VERSION)) {
        assertThat(reply.text(100)).isEqualTo("hello");
        assertThat(server.asked().getLast())
            .doesNotContainKeys("Authorization", "Upgrade", "HTTP2-Settings");
      }
    }
  }

  @Test
  void nameAndPasswordAreShown() throws Exception {
    Authorization basic = new Authorization.Basic("jöe", new Hidden("pa:ss"));
    try (PlainServer server = PlainServer.withTls();
        FabricConnection connection = Ways.to(local(server)).as(basic).open();
        Reply _ = connection.send(Errand.USER, VERSION)) {
      assertThat(server.asked().getLast())
          .containsEntry("Authorization", List.of("Basic " + base64("jöe:pa:ss")));
    }
  }

  @Test
  void aPathOfTheServerStandsBeforeThatOfTheRequest() throws Exception {
    try (FakeApiServer server = FakeApiServer.start()) {
      for (String base : List.of("/k8s/clusters/c-1", "/k8s/clusters/c-1/")) {
        try (FabricConnection connection = Ways.to(URI.create(server.url() + base)).open();
            Reply _ = connection.send(Errand.USER, VERSION)) {
          assertThat(server.log().all().getLast().path()).isEqualTo("/k8s/clusters/c-1/version");
        }
      }
    }
  }

  @Test
  void aTokenThatIsReplacedInItsFileIsTaken() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, "first\n");
    try (FakeApiServer server = FakeApiServer.start();
        FabricConnection connection =
            Ways.to(server).as(new Authorization.BearerFile(file)).open()) {
      server.token("first", "anna");
      server.token("second!", "bert");
      assertStatus(connection, 200);
      Files.writeString(file, "second!\n");
      assertStatus(connection, 200);
      assertThat(server.log().all())
          .extracting(request -> request.user())
          .containsExactly("anna", "bert");
    }
  }

  @Test
  void aRefusedTokenIsReadAgainOnceAndThenTheRefusalIsTold() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, "first\n");
    try (FakeApiServer server = FakeApiServer.start();
        FabricConnection connection =
            Ways.to(server).as(new Authorization.BearerFile(file)).open()) {
      assertStatus(connection, 401);
      assertThat(server.log().count()).isOne();

      var date = Files.getLastModifiedTime(file);
      Files.writeString(file, "other\n");
      Files.setLastModifiedTime(file, date);
      server.token("other", "anna");

      assertStatus(connection, 200);
    }
  }

  @Test
  void aFileWithoutATokenIsNamed() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, " \n");
    try (FakeApiServer server = FakeApiServer.start();
        FabricConnection connection =
            Ways.to(server).as(new Authorization.BearerFile(file)).open()) {
      assertThatThrownBy(() -> connection.send(Errand.USER, VERSION))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class))
          .hasMessageContaining(file.toString());
      assertThat(server.log().count()).isZero();
    }
  }

  @Test
  void requestsAreCountedByWhatTheyAskFor() throws Exception {
    try (FakeApiServer server = FakeApiServer.start();
        FabricConnection connection = Ways.to(server).open()) {
      for (int i = 0; i < 2; i++) {
        connection.send(Errand.LIST, Ask.get("/apis/apps/v1/deployments?limit=1")).close();
      }
      connection.send(Errand.WATCH, Ask.get("/api/v1/namespaces/a/pods?watch=1")).close();
      connection.send(Errand.USER, Ask.get("/api/v1/namespaces/a/pods/b")).close();
      connection.send(Errand.USER, Ask.get("/api/v1/namespaces/a")).close();
      connection.send(Errand.USER, Ask.get("/apis")).close();
      connection.send(Errand.USER, VERSION).close();

      assertThat(connection.requests().lines())
          .extracting(line -> line.verb() + " " + line.resource() + " " + line.count())
          .containsExactly(
              "get discovery 1",
              "get namespaces 1",
              "get pods 1",
              "get version 1",
              "list deployments.apps 2",
              "watch pods 1");
      assertThat(connection.requests().total()).isEqualTo(7);
    }
  }

  private static void assertStatus(FabricConnection connection, int status) throws Exception {
    try (Reply reply = connection.send(Errand.USER, VERSION)) {
      assertThat(reply.status()).isEqualTo(status);
    }
  }

  private static URI local(PlainServer server) {
    return URI.create("https://127.0.0.1:" + server.port());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
