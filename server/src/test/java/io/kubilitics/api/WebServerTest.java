package io.kubilitics.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.access.Access;
import io.kubilitics.access.Door;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.access.Route;
import io.kubilitics.access.RouteTable;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
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
        WebServer.start(socket, door, new Traffic(), List.of(endpoint), Patience.USUAL);
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), socket.port())) {
      client.setSoTimeout(5_000);
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
  void anAnswerOfManyPartsIsWhole() throws IOException {
    try (TestServer server = TestServer.start()) {
      RawAnswer script = server.send(server.bare("/page.js"));

      assertThat(script.header("Transfer-Encoding") + script.header("Content-Length")).isNotEmpty();
      assertThat(script.body()).endsWith("refresh();\n");
    }
  }
}
