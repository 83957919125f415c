package io.kubilitics.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Fleet;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `serve` as processes: what it prints, how it ends.
class ServeTest {
  /// A process that never ends is the fault; how long a busy machine takes is not.
  private static final int PATIENCE_SECONDS = 60;

  private static final String READY = "Kubilitics is ready: ";

  private static final int NOBODY = -1;

  @TempDir Path directory;

  private static int port(String readyLine) {
    return URI.create(readyLine.substring(READY.length())).getPort();
  }

  private static RawAnswer get(int port, String target, String token) throws IOException {
    return RawAnswer.to(
        port,
        RawRequest.get(target)
            .with("Host: 127.0.0.1:" + port)
            .with("Authorization: Bearer " + token));
  }

  @Test
  void oneLineSaysWhereAndWithWhichToken() throws Exception {
    try (ServeProcess serve = ServeProcess.start(ServeProgram.class, directory)) {
      String ready = serve.out().readLine();

      assertThat(ready)
          .matches("Kubilitics is ready: http://127\\.0\\.0\\.1:\\d+/#token=[A-Za-z0-9_-]{43}");
      String token = ready.substring(ready.indexOf('=') + 1);
      assertThat(get(port(ready), "/api/v1/clusters", token).status()).isIn(200, 503);

      serve.process().toHandle().destroy();
      assertThat(serve.ended(PATIENCE_SECONDS)).isEqualTo(143);
      assertThat(serve.out().readLine()).isNull();
      assertThat(Files.readString(serve.err())).doesNotContain(token);
    }
  }

  @Test
  void aServerWithoutAuthenticationWarnsAndPrintsNoToken() throws Exception {
    try (ServeProcess serve = ServeProcess.start(ServeProgram.class, directory, "insecure")) {
      String ready = serve.out().readLine();

      assertThat(ready).doesNotContain("token");
      assertThat(Files.readString(serve.err())).contains("WARNING: no authentication");
    }
  }

  @Test
  void whatIsServedIsClosedWhenNobodyCanAskAnyMore() throws Exception {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            said.add(line);
          }
        };
    BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    AtomicInteger port = new AtomicInteger();
    ServeSettings settings =
        new ServeSettings("127.0.0.1", 0, false, null, false, false, List.of(), 32);
    Thread serving =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Serve.run(
                    settings,
                    () -> endingWith(() -> answers.add(answer(port.get()))),
                    InputStream.nullInputStream(),
                    out,
                    System.err);
              } catch (InterruptedException _) {
                // As a signal ends it.
              }
            });
    port.set(URI.create(said.take().substring(READY.length())).getPort());
    assertThat(answer(port.get())).isEqualTo(200);

    serving.interrupt();
    serving.join();

    assertThat(answers).containsExactly(NOBODY);
  }

  private static Served endingWith(Runnable end) {
    Catalogue catalogue = Catalogue.builtIn();
    Fleet fleet = new Fleet(Clock.systemUTC());
    fleet.open(
        new ClusterId("last"),
        "last",
        new ResourceSource() {
          @Override
          public void open(SourceListener listener) {}

          @Override
          public void close() {
            end.run();
          }
        },
        catalogue);
    return new Served(fleet);
  }

  private static int answer(int port) {
    try {
      return get(port, "/livez", "").status();
    } catch (IOException _) {
      return NOBODY;
    }
  }

  @Test
  void aSignalLetsARunningAnswerEnd() throws Exception {
    Patience patience =
        new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
    try (TestServer server = TestServer.with(patience)) {
      server.shop.grow("many", 30_000);
      RawRequest request = server.signed(server.bare("/api/v1/clusters/shop/topology"));
      try (Socket socket = new Socket()) {
        socket.setReceiveBufferSize(4_096);
        socket.connect(
            new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.api.port()));
        socket.getOutputStream().write(request.bytes());
        byte[] first = socket.getInputStream().readNBytes(12);
        Thread stopping = Thread.ofVirtual().start(server.api::close);
        Thread.sleep(300);
        String rest = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        stopping.join();

        assertThat(new String(first, ISO_8859_1)).isEqualTo("HTTP/1.1 200");
        assertThat(rest.strip()).endsWith("0");
        assertThat(rest).contains("]}");
      }
      assertThatThrownBy(() -> get(server.api.port(), "/livez", ""))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReaderThatNeverReadsDoesNotKeepTheServerFromEnding() throws Exception {
    Patience patience =
        new Patience(Duration.ofSeconds(60), Duration.ofHours(1), Duration.ofSeconds(1));
    try (TestServer server = TestServer.with(patience)) {
      server.shop.grow("many", 30_000);
      RawRequest request = server.signed(server.bare("/api/v1/clusters/shop/topology"));
      try (Socket socket = new Socket()) {
        socket.setReceiveBufferSize(4_096);
        socket.connect(
            new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.api.port()));
        socket.getOutputStream().write(request.bytes());
        socket.getInputStream().readNBytes(12);

        Thread closing = Thread.ofVirtual().start(server.api::close);

        assertThat(closing.join(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
      }
    }
  }

  @Test
  void aSidecarProvesThatItKnowsTheTokenAndSaysNothingElse() throws Exception {
    LaunchToken token = LaunchToken.generate();
    try (ServeProcess serve =
        ServeProcess.start(ServeProgram.class, directory, "sidecar", "noise")) {
      serve.say(token.reveal());
      JsonNode ready = new ObjectMapper().readTree(serve.out().readLine());

      int port = ready.get("port").asInt();
      assertThat(ready.get("event").asText()).isEqualTo("ready");
      assertThat(ready.get("v").asInt()).isEqualTo(1);
      assertThat(ready.get("pid").asLong()).isEqualTo(serve.process().pid());
      assertThat(ready.get("proof").asText()).isEqualTo(token.prove(Integer.toString(port)));
      assertThat(get(port, "/api/v1/clusters", token.reveal()).status()).isIn(200, 503);

      serve.process().getOutputStream().close();
      assertThat(serve.ended(PATIENCE_SECONDS)).isZero();
      assertThat(serve.out().readLine()).isNull();
      assertThat(Files.readString(serve.err())).contains("noise").doesNotContain(token.reveal());
    }
  }

  @Test
  void aSidecarWithoutATokenEndsAtOnce() throws Exception {
    try (ServeProcess serve = ServeProcess.start(ServeProgram.class, directory, "sidecar")) {
      serve.say("short");

      assertThat(serve.ended(PATIENCE_SECONDS)).isEqualTo(4);
      assertThat(serve.out().readLine()).isNull();
    }
    try (ServeProcess serve = ServeProcess.start(ServeProgram.class, directory, "sidecar")) {
      serve.process().getOutputStream().close();

      assertThat(serve.ended(PATIENCE_SECONDS)).isEqualTo(4);
    }
  }

  @Test
  void aSidecarEndsWhenItsStarterIsKilled() throws Exception {
    LaunchToken token = LaunchToken.generate();
    try (ServeProcess starter = ServeProcess.start(Starter.class, directory)) {
      starter.say(token.reveal());
      JsonNode ready = new ObjectMapper().readTree(starter.out().readLine());
      ProcessHandle server = ProcessHandle.of(ready.get("pid").asLong()).orElseThrow();
      assertThat(get(ready.get("port").asInt(), "/livez", "").status()).isEqualTo(200);

      starter.process().destroyForcibly();

      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThatThrownBy(() -> get(ready.get("port").asInt(), "/livez", ""))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aDataDirectoryBelongsToOneProcess() throws Exception {
    Path data = directory.resolve("data");
    try (ServeProcess first = ServeProcess.start(ServeProgram.class, directory, "data=" + data)) {
      assertThat(first.out().readLine()).startsWith(READY);
      try (ServeProcess second =
          ServeProcess.start(ServeProgram.class, directory, "data=" + data)) {
        assertThat(second.ended(PATIENCE_SECONDS)).isEqualTo(4);
        assertThat(Files.readString(second.err())).contains("another kubilitics is using it");
      }
      assertThatThrownBy(() -> DataLock.of(data)).isInstanceOf(ProblemException.class);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve(DataLock.FILE))))
          .isEqualTo("rw-------");

      first.process().destroyForcibly();
      first.process().waitFor();
      DataLock.of(data).close();
    }
  }

  @Test
  void theBrowserIsHandedAFileThatOnlyThisUserMayRead() throws Exception {
    Path browser = directory.resolve("xdg-open");
    Files.writeString(
        browser,
        """
        #!/bin/sh
        echo "$1" > $TEST_DIRECTORY/opened.tmp
        mv $TEST_DIRECTORY/opened.tmp $TEST_DIRECTORY/opened
        """);
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    try (ServeProcess serve = ServeProcess.start(ServeProgram.class, directory, "open")) {
      String address = serve.out().readLine().substring(READY.length());
      Path opened = directory.resolve("opened");
      Eventually.holds(() -> assertThat(opened).exists());
      String url = Files.readString(opened).strip();
      Path redirect = Path.of(URI.create(url));

      assertThat(url).doesNotContain(address.substring(address.indexOf('=') + 1));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(redirect)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(redirect)).contains("url=" + address);

      serve.process().toHandle().destroy();
      serve.ended(PATIENCE_SECONDS);
      assertThat(redirect).doesNotExist();
    }
  }
}
