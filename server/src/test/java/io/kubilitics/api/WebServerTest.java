package io.kubilitics.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.access.Access;
import io.kubilitics.access.Door;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.access.OwnAddresses;
import io.kubilitics.access.Route;
import io.kubilitics.access.RouteTable;
import io.kubilitics.api.stream.StreamCounters;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server does with handlers that fail, and with routes the door does not know.
class WebServerTest {
  private static final int LARGE = 200_000;

  private static Endpoint failingAfter(int bytes) {
    return Endpoint.of(
        Route.get("/fails", Access.PUBLIC),
        (context, query, caller) ->
            Answer.stream(
                context,
                "application/json",
                out -> {
                  out.write("x".repeat(bytes).getBytes(ISO_8859_1));
                  throw new IllegalStateException("on purpose");
                }));
  }

  /// Starts a server with one endpoint behind a door that knows this route, and asks for it.
  private static byte[] asked(Endpoint endpoint, Route known, String path, String... headers)
      throws IOException {
    HttpSettings settings = HttpSettings.loopback(0, LaunchToken.generate());
    ListenSocket socket = ListenSocket.bind(settings);
    Door door =
        new Door(
            new RouteTable(List.of(known)),
            settings.credentials(),
            Door.guards(socket.addresses(settings)));
    WebServer server =
        WebServer.start(
            socket,
            door,
            new Traffic(),
            ApiServer.stream(
                new Attached(),
                settings.credentials(),
                StreamSetup.usual(32),
                new StreamCounters()),
            List.of(endpoint),
            Patience.USUAL);
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), socket.port())) {
      client.setSoTimeout(60_000);
      RawRequest request = RawRequest.get(path).with("Host: localhost:" + socket.port());
      for (String header : headers) {
        request = request.with(header);
      }
      client.getOutputStream().write(request.bytes());
      return client.getInputStream().readAllBytes();
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep-alive", "close"})
  void anAnswerThatFailsHalfWayBreaksTheConnectionAndSoDoesNotSeemWhole(String connection) {
    Endpoint endpoint = failingAfter(LARGE);

    assertThatThrownBy(
            () -> asked(endpoint, endpoint.route(), "/fails", "Connection: " + connection))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void aHandlerThatFailsBeforeItsAnswerIsOnItsWayIsAProblemWithoutDetails() throws IOException {
    Endpoint endpoint = failingAfter(100);

    String answer =
        new String(asked(endpoint, endpoint.route(), "/fails", "Connection: close"), ISO_8859_1);

    assertThat(answer).startsWith("HTTP/1.1 500").contains("\"code\":\"bug\"");
    assertThat(answer).doesNotContain("on purpose", "xxx", "IllegalState", "io.kubilitics");
  }

  @Test
  void aRouteThatTheDoorTookForAnotherOneIsNotRun() throws IOException {
    Endpoint secret =
        Endpoint.of(
            Route.get("/clusters/{name}", Access.READER),
            (context, query, caller) -> Answer.bytes(context, "text/plain", new byte[] {'!'}));
    Route open = Route.get("/clusters/{name}", Access.PUBLIC);

    String answer =
        new String(asked(secret, open, "/clusters/shop", "Connection: close"), ISO_8859_1);

    assertThat(answer).startsWith("HTTP/1.1 500").doesNotEndWith("!");
  }

  @Test
  void aServerThatDoesNotStartGivesItsPortBack() {
    LaunchToken token = LaunchToken.generate();
    AtomicReference<OwnAddresses> bound = new AtomicReference<>();

    assertThatThrownBy(() ->
            ApiServer.open(
                HttpSettings.loopback(0, token),
                addresses -> {
                  bound.set(addresses);
                  throw new IllegalStateException("on purpose");
                },
                Patience.USUAL))
        .hasMessage("on purpose");

    String host =
        bound.get().hosts().stream()
            .filter(each -> each.startsWith("127.0.0.1:"))
            .findFirst()
            .orElseThrow();
    int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
    ListenSocket.bind(HttpSettings.loopback(port, token)).close();
  }

  @Test
  void aLookAtSlowHeadsThatFailsIsNotTheLast() throws Exception {
    CountDownLatch looks = new CountDownLatch(3);
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server) {
          @Override
          public Collection<EndPoint> getConnectedEndPoints() {
            looks.countDown();
            throw new IllegalStateException("on purpose");
          }
        };
    SlowHeads heads = new SlowHeads(connector, Duration.ofMillis(50));
    connector.getScheduler().start();
    heads.start();
    try {
      assertThat(looks.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      heads.stop();
      connector.getScheduler().stop();
    }
  }

  @Test
  void anAnswerOfManyPartsIsWhole() throws IOException {
    try (TestServer server = TestServer.start()) {
      RawAnswer script = server.send(server.bare("/page.js"));

      assertThat(script.header("Transfer-Encoding") + script.header("Content-Length")).isNotEmpty();
      assertThat(script.body()).endsWith("refresh();\n");
    }
  }
}
