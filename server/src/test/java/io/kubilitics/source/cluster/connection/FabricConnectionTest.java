package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FabricConnectionTest {
  private static final String PODS = "/api/v1/pods";
  private static final String WATCH = PODS + "?watch=1&allowWatchBookmarks=true";
  private static final int MANY = 1 << 20;

  private FakeApiServer server = FakeApiServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAnswerIsReadWhole() throws Exception {
    try (FabricConnection connection = Ways.to(server).open();
        Reply reply = connection.send(Errand.USER, Ask.get("/version"))) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.contentType()).isEqualTo("application/json");
      assertThat(reply.text(MANY)).contains("gitVersion");
    }
  }

  @Test
  void aTextThatIsTooLongIsRefused() throws Exception {
    try (FabricConnection connection = Ways.to(server).open();
        Reply reply = connection.send(Errand.USER, Ask.get("/version"))) {
      assertThatThrownBy(() -> reply.text(10))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("longer than 10");
    }
  }

  @Test
  void nothingIsContactedBeforeTheFirstRequest() {
    try (FabricConnection connection = Ways.to(server).open()) {
      assertThat(connection.requests().total()).isZero();
    }
    assertThat(server.log().connections()).isZero();
  }

  @Test
  void watchesBeyondWhatOneConnectionAllowsAreAllOpenAndLive() throws Exception {
    try (FabricConnection connection = Ways.to(server).open()) {
      List<Reply> replies = atOnce(360, () -> connection.send(Errand.WATCH, Ask.get(WATCH)));

      assertThat(replies).extracting(Reply::status).containsOnly(200);
      Until.holds(() -> server.log().open(FakeVerb.WATCH) == 360);
      server.put(pod("late"));
      for (Reply reply : replies) {
        assertThat(line(reply)).contains("late");
      }
      assertThat(server.log().mostOnOneConnection()).isBetween(80, 81);
    }
  }

  @Test
  void aServerThatAllowsFewRequestsOnOneConnectionGetsMoreConnections() throws Exception {
    server.close();
    server = FakeApiServer.start(20, Clock.systemUTC());
    try (FabricConnection connection = Ways.to(server).open()) {
      List<Reply> replies = atOnce(100, () -> connection.send(Errand.WATCH, Ask.get(WATCH)));

      assertThat(replies).extracting(Reply::status).containsOnly(200);
      Until.holds(() -> server.log().open(FakeVerb.WATCH) == 100);
      assertThat(server.log().mostOnOneConnection()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void readersThatDoNotReadSilenceNoWatch() throws Exception {
    for (int i = 0; i < 40; i++) {
      server.put(pod("large-" + i, "x".repeat(400_000)));
    }
    try (FabricConnection connection = Ways.to(server).open();
        Reply watch = connection.send(Errand.WATCH, Ask.get(WATCH + "&resourceVersion=0"))) {
      for (int i = 0; i < 40; i++) {
        assertThat(line(watch)).contains("large-");
      }
      List<Reply> unread = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        unread.add(connection.send(Errand.LIST, Ask.get(PODS)));
      }

      server.put(pod("late"));

      assertThat(line(watch)).contains("late");
      for (Reply reply : unread) {
        assertThat(reply.body().readAllBytes()).hasSizeGreaterThan(16_000_000);
      }
    }
  }

  @Test
  void aReplyThatIsClosedEndsTheRequestAndTheReadThatWaits() throws Exception {
    try (FabricConnection connection = Ways.to(server).open()) {
      Reply watch = connection.send(Errand.WATCH, Ask.get(WATCH));
      Until.holds(() -> server.log().open(FakeVerb.WATCH) == 1);
      ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  told.add(String.valueOf(watch.body().read()));
                } catch (IOException e) {
                  told.add(String.valueOf(e.getMessage()));
                }
              });
      Until.holds(() -> isWaiting(thread));

      watch.close();

      Until.holds(() -> told.contains("closed"));
      Until.holds(() -> server.log().open(FakeVerb.WATCH) == 0);
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void whatTheServerSaysAboutTryingAgainIsTold() throws Exception {
    server.faults().add(When.list(PODS).once(), new Fault.Status(429, Duration.ofSeconds(7)));
    try (FabricConnection connection = Ways.to(server).open();
        Reply reply = connection.send(Errand.LIST, Ask.get(PODS))) {
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
    }
  }

  static String pod(String name, String... notes) {
    return """
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"namespace": "shop", "name": "%s",
     "annotations": {"note": "%s"}}, "spec": {"containers": [{"name": "a", "image": "b"}]}}
    """
        .formatted(name, String.join("", notes));
  }

  /// The next line of a watch.
  static String line(Reply reply) throws IOException {
    StringBuilder line = new StringBuilder();
    byte[] some = new byte[1];
    while (reply.body().read(some) >= 0 && some[0] != '\n') {
      line.append((char) some[0]);
    }
    return line.toString();
  }

  static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        futures.add(threads.submit(work));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
