package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.testbed.Altered;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What ends a request, and what does not.
class LifeTest {
  private static final String WATCH = "/api/v1/pods?watch=1&allowWatchBookmarks=true";

  private final FakeApiServer server = FakeApiServer.start();
  private Relay relay;

  @BeforeEach
  void start() throws IOException {
    relay = Relay.before(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
    server.close();
  }

  private Ways through() {
    return Ways.to(URI.create("https://127.0.0.1:" + relay.port()));
  }

  @Test
  void aConnectionOfWatchesThatDiesSilentlyEndsAloneAndIsReplaced() throws Exception {
    ConnectionPace pace = pace(2).withPings(Duration.ofMillis(200), Duration.ofSeconds(8));
    try (FabricConnection connection = through().at(pace).open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Reply> dying = List.of(watch(connection), watch(connection));
      Reply living = watch(connection);
      assertThat(relay.accepted()).isEqualTo(2);
      List<Future<String>> ends = new ArrayList<>();
      for (Reply reply : dying) {
        ends.add(threads.submit(() -> end(reply)));
      }

      relay.freeze(0);

      for (Future<String> end : ends) {
        assertThat(end.get(60, TimeUnit.SECONDS))
            .contains(":" + relay.port() + ": the connection has died");
      }
      server.put(FabricConnectionTest.pod("late"));
      assertThat(FabricConnectionTest.line(living)).contains("late");
      try (Reply next = watch(connection)) {
        assertThat(FabricConnectionTest.line(next)).contains("late");
      }
    }
  }

  @Test
  void howFewRequestsAServerAllowedIsNotHeldAgainstTheNextOne() throws Exception {
    try (FakeApiServer strict = FakeApiServer.start(20, Clock.systemUTC());
        FabricConnection connection = through().open()) {
      relay.turnTo(strict.port());
      List<Reply> first = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        first.add(watch(connection));
      }
      assertThat(strict.log().mostOnOneConnection()).isLessThanOrEqualTo(20);

      relay.turnTo(server.port());
      strict.stop();
      for (Reply reply : first) {
        end(reply);
      }
      for (int i = 0; i < 60; i++) {
        watch(connection);
      }

      assertThat(server.log().openByConnection().values()).contains(60);
    }
  }

  private static Reply watch(FabricConnection connection) throws Exception {
    Reply reply = connection.send(Errand.WATCH, Ask.get(WATCH));
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private static String end(Reply reply) {
    try {
      return "read " + reply.body().read();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void aSilentWatchOnALivingConnectionGoesOn() throws Exception {
    try (FabricConnection connection = Ways.to(server).lively().open();
        Reply watch = watch(connection)) {
      long before = connection.requests().total();
      Until.holds(() -> server.log().all(request -> request.path().equals("/version")).size() > 8);

      server.put(FabricConnectionTest.pod("late"));

      assertThat(FabricConnectionTest.line(watch)).contains("late");
      assertThat(connection.requests().total()).isEqualTo(before);
    }
  }

  @Test
  void aServerThatRefusesThePingIsAlive() throws Exception {
    server.faults().add(When.any("/version").from(2), new Fault.Status(403));
    try (FabricConnection connection = Ways.to(server).lively().open();
        Reply watch = watch(connection)) {
      Until.holds(() -> server.log().all(request -> request.path().equals("/version")).size() > 8);
      server.put(FabricConnectionTest.pod("late"));
      assertThat(FabricConnectionTest.line(watch)).contains("late");
    }
  }

  @Test
  void nobodyIsAskedForLifeWhereNothingIsUnderWay() throws Exception {
    try (FabricConnection idle = through().lively().open();
        FabricConnection busy = Ways.to(server).lively().open()) {
      watch(idle).close();
      Until.holds(() -> server.log().open(FakeVerb.WATCH) == 0);
      long mine = server.log().all().getLast().connection();
      long before = asked(mine);

      try (Reply _ = watch(busy)) {
        long theirs = server.log().all().getLast().connection();
        Until.holds(() -> asked(theirs) > 8);
      }

      assertThat(asked(mine)).isLessThanOrEqualTo(before + 1);
    }
  }

  private long asked(long connection) {
    return server.log().all(request -> request.connection() == connection).size();
  }

  @Test
  void anAnswerThatDoesNotBeginInTimeIsGivenUp() throws Exception {
    server.faults().add(When.list("/api/v1/pods").once(), new Fault.Delay(Duration.ofMinutes(5)));
    try (FabricConnection connection = Ways.to(server).at(impatient()).open()) {
      assertThatThrownBy(() -> connection.send(Errand.LIST, Ask.get("/api/v1/pods")))
          .isInstanceOf(IOException.class)
          .hasMessage("127.0.0.1:" + server.port() + ": no answer within 8 s");
      try (Reply reply = connection.send(Errand.LIST, Ask.get("/api/v1/pods"))) {
        assertThat(reply.status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aConnectionThatDoesNotAnswerIsNotUsedAgain() throws Exception {
    try (FabricConnection connection = through().at(impatient()).open()) {
      for (Errand errand : List.of(Errand.USER, Errand.LIST)) {
        connection.send(errand, Ask.get("/version")).close();
        relay.freeze(relay.accepted() - 1);

        assertThatThrownBy(() -> connection.send(errand, Ask.get("/version")))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("no answer within");

        connection.send(errand, Ask.get("/version")).close();
      }
    }
  }

  @Test
  void anAnswerThatStopsIsGivenUp() throws Exception {
    server.faults().add(When.list("/api/v1/pods").once(), new Fault.StallAfter(20));
    try (FabricConnection connection = Ways.to(server).at(impatient()).open();
        Reply reply = connection.send(Errand.LIST, Ask.get("/api/v1/pods"))) {
      assertThatThrownBy(() -> reply.body().readAllBytes())
          .isInstanceOf(IOException.class)
          .hasMessage("nothing was heard for 8 s");
    }
  }

  @Test
  void anAnswerThatIsCutIsAFailureAndNotAnEnd() throws Exception {
    for (Fault fault : List.of(new Fault.CutAfter(20), new Fault.DropAfter(20))) {
      server.faults().add(When.list("/api/v1/pods").once(), fault);
      try (FabricConnection connection = Ways.to(server).open()) {
        assertThatThrownBy(
                () -> {
                  try (Reply reply = connection.send(Errand.LIST, Ask.get("/api/v1/pods"))) {
                    reply.text(1000);
                  }
                })
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void closingEndsWhatWaitsForAHeadAndWhatReads() throws Exception {
    server.faults().add(When.list("/api/v1/pods").once(), new Fault.Delay(Duration.ofMinutes(5)));
    FabricConnection connection = Ways.to(server).open();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Reply watch = watch(connection);
      Future<String> reader = threads.submit(() -> end(watch));
      Future<String> sender =
          threads.submit(() -> {
            try (Reply reply = connection.send(Errand.LIST, Ask.get("/api/v1/pods"))) {
              return "answered " + reply.status();
            } catch (IOException e) {
              return String.valueOf(e.getMessage());
            }
          });
      Until.holds(() -> server.log().open(FakeVerb.LIST) == 1);

      connection.close();

      assertThat(reader.get()).contains("closed");
      assertThat(sender.get()).contains("closed");
      assertThatThrownBy(() -> connection.send(Errand.USER, Ask.get("/version")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("closed");
    }
    Until.holds(() -> server.log().openConnections() == 0);
  }

  @Test
  void anInterruptEndsTheRequestThatWaits() throws Exception {
    server.faults().add(When.list("/api/v1/pods").once(), new Fault.Delay(Duration.ofMinutes(5)));
    try (FabricConnection connection = Ways.to(server).open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> sender =
          threads.submit(() -> connection.send(Errand.LIST, Ask.get("/api/v1/pods")));
      Until.holds(() -> server.log().open(FakeVerb.LIST) == 1);
      sender.cancel(true);
      Until.holds(() -> server.log().open(FakeVerb.LIST) == 0);
    }
  }

  private static ConnectionPace impatient() {
    return new ConnectionPace(
        Duration.ofSeconds(30),
        Duration.ofSeconds(8),
        Duration.ofSeconds(8),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        80,
        5,
        600);
  }

  private static ConnectionPace pace(int streams) {
    return Altered.of(ConnectionPace.USUAL, Map.of("streamsPerClient", streams));
  }
}
