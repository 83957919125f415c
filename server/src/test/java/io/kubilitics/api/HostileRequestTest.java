package io.kubilitics.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is no proper HTTP, or comes too slowly, gets a short answer with all headers or none at
/// all.
class HostileRequestTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(1));

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawAnswer sent(String text) throws IOException {
    String host = "127.0.0.1:" + server.api.port();
    return RawAnswer.to(
        server.api.port(), text.replace("HOST", host).replace("|", "\r\n").getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GET /livez HTTP/1.1|Host: HOST|Host: HOST||; 400",
        "GET /livez HTTP/1.1|Host: HOST|Content-Length: 1|Content-Length: 2||x; 400",
        "GET /livez HTTP/1.1|Host: HOST|Content-Length: 1|Transfer-Encoding: chunked||0||; 400",
        "GET /livez HTTP/1.1|Host: HOST|Content-Length: -1||; 400",
        "GET /livez HTTP/1.1|Host: HOST|Bad Header: x||; 400",
        "GET /livez HTTP/1.1|Host: HOST| folded||; 400",
        "GET /livez HTTP/1.1|Host : HOST||; 400",
        "GET /livez HTTP/9.9|Host: HOST||; 505",
        "GET /livez|||; 505",
        "GET http://evil.example/livez HTTP/1.1|Host: HOST||; 400",
        "GET http://evil.example/livez HTTP/1.1|Host: evil.example||; 421",
        "GET livez HTTP/1.1|Host: HOST||; 400",
        "GET * HTTP/1.1|Host: HOST||; 400",
        "CONNECT HOST HTTP/1.1|Host: HOST||; 401",
        "GET /livez?x=%ff HTTP/1.1|Host: HOST||; 400",
        "GET /livez?x=%zz HTTP/1.1|Host: HOST||; 400",
        "GET /%ff HTTP/1.1|Host: HOST||; 400",
        "GET /%c0%af HTTP/1.1|Host: HOST||; 400",
        "GET /%u0041 HTTP/1.1|Host: HOST||; 400",
        "GET //livez HTTP/1.1|Host: HOST||; 400",
        "GET /livez HTTP/1.0||; 421",
        "PRI * HTTP/2.0||SM||; 426",
        "hello||; 400"
      })
  void whatIsNoProperRequestIsRefusedWithAllHeaders(String request, int status) throws IOException {
    RawAnswer answer = sent(request);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo(ProblemJson.CONTENT_TYPE);
    assertThat(answer.body()).doesNotContain("jetty", "Jetty", "org.eclipse", "evil");
    RouteMatrixTest.assertHeaders(answer);
  }

  @Test
  void aLongRequestLineIsRefused() throws IOException {
    RawAnswer answer = server.get("/livez?" + "x".repeat(20_000));

    assertThat(answer.status()).isEqualTo(414);
    RouteMatrixTest.assertHeaders(answer);
  }

  @Test
  void manySmallHeadersAreAsLargeAsALargeOne() throws IOException {
    RawRequest request = server.bare("/livez");
    for (int each = 0; each < 1_200; each++) {
      request = request.with("X-" + each + ": 12345678");
    }

    RawAnswer answer = server.send(request);

    assertThat(answer.status()).isEqualTo(431);
    RouteMatrixTest.assertHeaders(answer);
  }

  @Test
  void anEndlessChunkedBodyIsNotReadForever() throws IOException {
    RawRequest request =
        server
            .signed(server.bare("/api/v1/clusters"))
            .method("POST")
            .with("Content-Type: application/json")
            .with("Transfer-Encoding: chunked");
    StringBuilder chunks = new StringBuilder();
    for (int each = 0; each < 2_000; each++) {
      chunks.append("400\r\n").append("x".repeat(1_024)).append("\r\n");
    }

    assertThat(server.send(request.body(chunks.toString())).status()).isEqualTo(413);
  }

  @Test
  void connectionsOnWhichARequestDripsInAreClosedWhileOthersAreServed() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (TestServer impatient = TestServer.with(SHORT)) {
      for (int each = 0; each < 300; each++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.api.port());
        socket.getOutputStream().write("GET /livez HTTP/1.1\r\nX-A: ".getBytes(ISO_8859_1));
        slow.add(socket);
      }
      long start = System.nanoTime();
      long enough = SHORT.head().multipliedBy(10).toNanos();
      while (!slow.stream().allMatch(HostileRequestTest::isClosed)
          && System.nanoTime() - start < enough) {
        assertThat(impatient.get("/livez").status()).isEqualTo(200);
      }

      assertThat(slow).allMatch(HostileRequestTest::isClosed);
      assertThat(impatient.get("/livez").status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aQuietConnectionMaySendAnotherRequestLater() throws Exception {
    try (TestServer impatient = TestServer.with(SHORT);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.api.port())) {
      socket.setSoTimeout(60_000);
      byte[] request = impatient.bare("/livez").bytes();
      for (int each = 0; each < 2; each++) {
        socket.getOutputStream().write(request);
        assertThat(RawAnswer.next(socket.getInputStream()).status()).isEqualTo(200);
        Thread.sleep(SHORT.head().plusSeconds(1));
      }
    }
  }

  @Test
  void aConnectionOnWhichNothingHappensIsClosed() throws Exception {
    Patience idle = new Patience(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ZERO);
    try (TestServer impatient = TestServer.with(idle);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.api.port())) {
      socket.setSoTimeout(60_000);

      assertThat(socket.getInputStream().read()).isNegative();
    }
  }

  /// Drips one more byte.
  private static boolean isClosed(Socket socket) {
    try {
      socket.setSoTimeout(1);
      socket.getOutputStream().write('x');
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }
}
