package io.kubilitics.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Stands before a server that says everything again.
class FaultProxyTest {
  private ServerSocket echo;
  private Thread server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server = Thread.ofVirtual().start(this::serve);
    proxy = FaultProxy.before(echo.getLocalPort());
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual().start(() -> echoAll(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private static void echoAll(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException _) {
      // The proxy has reset it.
    }
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void everythingPassesInOrder() throws Exception {
    byte[] much = new byte[3_000_000];
    for (int at = 0; at < much.length; at++) {
      much[at] = (byte) (at * 31 + at / 1000);
    }
    try (Socket client = connect()) {
      Thread.ofVirtual().start(() -> sendAndEnd(client, much));

      assertThat(client.getInputStream().readAllBytes()).isEqualTo(much);
    }
    Eventually.holds(() -> assertThat(proxy.octetsToClients()).isEqualTo(much.length));
    Eventually.holds(() -> assertThat(proxy.open()).isZero());
  }

  private static void sendAndEnd(Socket client, byte[] octets) {
    try {
      client.getOutputStream().write(octets);
      client.shutdownOutput();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void latencyDelaysAndKeepsTheOrder() throws Exception {
    proxy.latency(Duration.ofMillis(100));
    try (Socket client = connect()) {
      long begin = System.nanoTime();
      assertThat(echoed(client, "hello")).isEqualTo("hello");
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(200_000_000L);
    }
  }

  @Test
  void aThrottledLinePassesNoMoreThanItMay() throws Exception {
    proxy.throttle(10_000);
    try (Socket client = connect()) {
      long begin = System.nanoTime();
      assertThat(echoed(client, "x".repeat(2_000))).hasSize(2_000);
      assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(200_000_000L);
    }
  }

  @Test
  void aResetIsFeltByTheClient() throws Exception {
    try (Socket client = connect()) {
      assertThat(echoed(client, "a")).isEqualTo("a");

      proxy.reset();

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
      assertThat(proxy.open()).isZero();
    }
    try (Socket client = connect()) {
      assertThat(echoed(client, "again")).isEqualTo("again");
    }
  }

  @Test
  void whatIsHeldArrivesAfterwards() throws Exception {
    try (Socket client = connect()) {
      assertThat(echoed(client, "a")).isEqualTo("a");
      proxy.hold(true);
      send(client, "b");
      nothingComes(client);

      proxy.hold(false);

      assertThat(read(client, 1)).isEqualTo("b");
    }
  }

  @Test
  void aBlackHoleSwallowsAndDoesNotEnd() throws Exception {
    try (Socket client = connect()) {
      assertThat(echoed(client, "a")).isEqualTo("a");
      proxy.blackhole(true);
      send(client, "b");
      nothingComes(client);

      proxy.blackhole(false);

      assertThat(echoed(client, "c")).isEqualTo("c");
    }
  }

  @Test
  void aConnectionIsCutAfterSoManyOctetsAndNotBefore() throws Exception {
    proxy.cutAfter(1000);
    try (Socket client = connect()) {
      send(client, "x".repeat(5_000));
      int read = 0;
      try {
        while (client.getInputStream().read() >= 0) {
          read++;
        }
      } catch (IOException _) {
        // The reset; it may overtake what was sent.
      }
      assertThat(read).isLessThanOrEqualTo(1000);
    }
    assertThat(proxy.octetsToClients()).isEqualTo(1000);
  }

  @Test
  void aHalfClosedConnectionStillTakes() throws Exception {
    try (Socket client = connect()) {
      assertThat(echoed(client, "a")).isEqualTo("a");

      proxy.halfClose();

      assertThat(client.getInputStream().read()).isEqualTo(-1);
      send(client, "b");
    }
  }

  @Test
  void newConnectionsAreRefusedAndOldOnesStay() throws Exception {
    try (Socket client = connect()) {
      assertThat(echoed(client, "a")).isEqualTo("a");

      proxy.refuse();

      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
      assertThat(echoed(client, "b")).isEqualTo("b");
      proxy.accept();
      try (Socket other = connect()) {
        assertThat(echoed(other, "c")).isEqualTo("c");
      }
    }
    assertThat(proxy.accepted()).isEqualTo(2);
  }

  @Test
  void aServerThatIsNotThereResetsTheClient() throws Exception {
    echo.close();
    server.join(); // the system lets go of the port when nobody waits at it any more
    try (Socket client = connect()) {
      assertThatThrownBy(
              () -> {
                if (client.getInputStream().read() < 0) {
                  throw new IOException("ended");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void closingEndsConnectionsEvenWhileEverythingIsHeld() throws Exception {
    try (Socket client = connect()) {
      assertThat(echoed(client, "a")).isEqualTo("a");
      proxy.hold(true);

      proxy.close();

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(60_000);
    return client;
  }

  private static void send(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String echoed(Socket client, String text) throws IOException {
    send(client, text);
    return read(client, text.length());
  }

  private static String read(Socket client, int count) throws IOException {
    InputStream in = client.getInputStream();
    return new String(in.readNBytes(count), StandardCharsets.US_ASCII);
  }

  private static void nothingComes(Socket client) throws IOException {
    client.setSoTimeout(100);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(0);
  }
}
