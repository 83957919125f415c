package io.kubilitics.testbed;

import static io.kubilitics.testbed.FakeObjects.json;
import static io.kubilitics.testbed.FakeObjects.pod;
import static io.kubilitics.testbed.FakeObjects.pods;
import static io.kubilitics.testbed.FakeObjects.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeFaultsTest {
  private static final String PODS = "/api/v1/pods";
  private static final String WATCH = PODS + "?watch=1&allowWatchBookmarks=true";

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
  void aFaultHappensToThoseThatItIsMeantForAndNoOthers() throws Exception {
    FakeFaults.Scripted fault =
        server
            .faults()
            .add(When.list(PODS).from(2).times(1), new Fault.Status(429, Duration.ofSeconds(7)));

    assertThat(caller.get(PODS).statusCode()).isEqualTo(200);
    assertThat(caller.get("/api/v1/podtemplates").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = caller.get(PODS);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(json(refused.body()).path("reason").asText()).isEqualTo("TooManyRequests");
    assertThat(caller.get(PODS).statusCode()).isEqualTo(200);
    assertThat(fault.hits()).isEqualTo(1);
  }

  @Test
  void aPageOfAListAloneMayFail() throws Exception {
    pods(server, 20);
    server.faults().add(When.list(PODS).having("continue="), new Fault.Status(410));

    JsonNode page = json(caller.get(PODS + "?limit=10").body());

    String next = page.at("/metadata/continue").asText();
    assertThat(caller.get(PODS + "?limit=10&continue=" + next).statusCode()).isEqualTo(410);
  }

  @Test
  void anAnswerIsCutInTheMiddleAndTheConnectionStays() throws Exception {
    pods(server, 1000);
    server.faults().add(When.list(PODS).once(), new Fault.CutAfter(5000));

    assertThatThrownBy(() -> caller.get(PODS)).isInstanceOf(IOException.class);

    assertThat(FakeObjects.names(caller.get(PODS).body())).hasSize(1000);
    assertThat(server.log().connections()).isEqualTo(1);
  }

  @Test
  void aConnectionIsDroppedInTheMiddle() throws Exception {
    pods(server, 1000);
    server.faults().add(When.list(PODS).once(), new Fault.DropAfter(5000));

    assertThatThrownBy(() -> caller.get(PODS)).isInstanceOf(IOException.class);

    assertThat(FakeObjects.names(caller.get(PODS).body())).hasSize(1000);
    assertThat(server.log().connections()).isEqualTo(2);
  }

  @Test
  void aStalledAnswerNeitherGoesOnNorEnds() throws Exception {
    pods(server, 100);
    server.faults().add(When.list(PODS).once(), new Fault.StallAfter(100));
    try (FakeCaller.Lines list = caller.watch(PODS)) {
      Thread reader = Thread.ofVirtual().start(() -> readOn(list));

      assertThat(caller.get(PODS).statusCode()).isEqualTo(200);
      assertThat(server.log().open(FakeVerb.LIST)).isEqualTo(1);
      assertThat(reader.isAlive()).isTrue();
    }
    Eventually.holds(() -> assertThat(server.log().open(FakeVerb.LIST)).isZero());
  }

  private static void readOn(FakeCaller.Lines lines) {
    try {
      lines.next();
    } catch (IOException _) {
      // Closed by the test.
    }
  }

  @Test
  void garbageComesBetweenTheEventsOfAWatch() throws Exception {
    server.faults().add(When.watch(PODS).once(), new Fault.Garbage(1));
    pods(server, 2);
    try (FakeCaller.Lines watch = caller.watch(WATCH)) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod pod-00000");
      assertThat(watch.next()).contains("not json");
      assertThat(told(watch.next())).isEqualTo("ADDED Pod pod-00001");
    }
  }

  @Test
  void aWatchEndsInTheMiddleOfALine() throws Exception {
    server.faults().add(When.watch(PODS).once(), new Fault.HalfLine(1));
    pods(server, 2);
    try (FakeCaller.Lines watch = caller.watch(WATCH)) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod pod-00000");
      assertThat(watch.next()).startsWith("{\"type\":\"ADDED\"").doesNotEndWith("}");
      assertThat(watch.next()).isNull();
    }
  }

  @Test
  void aWatchEndsWellAfterAWhile() throws Exception {
    server.faults().add(When.watch(PODS).once(), new Fault.CloseAfter(Duration.ofMillis(20)));
    try (FakeCaller.Lines watch = caller.watch(WATCH)) {
      assertThat(watch.next()).isNull();
    }
  }

  @Test
  void aSilentWatchTellsNothingAndDoesNotEnd() throws Exception {
    server.features().bookmarkPeriod(Duration.ofMillis(5));
    server.faults().add(When.watch(PODS).once(), new Fault.SilentAfter(1));
    pods(server, 1);
    try (FakeCaller.Lines watch = caller.watch(WATCH);
        FakeCaller.Lines other = caller.watch(WATCH)) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod pod-00000");
      Thread reader = Thread.ofVirtual().start(() -> readOn(watch));
      server.put(pod("shop", "till"));
      for (int number = 0; number < 20; number++) {
        other.next();
      }
      assertThat(reader.isAlive()).isTrue();
      assertThat(server.log().open(FakeVerb.WATCH)).isEqualTo(2);
    }
  }

  @Test
  void theEndBookmarkNeverComes() throws Exception {
    server.faults().add(When.watch(PODS).once(), new Fault.NoEndBookmark());
    pods(server, 1);
    try (FakeCaller.Lines watch =
        caller.watch(WATCH + "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan")) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod pod-00000");
      server.put(pod("shop", "till"));
      assertThat(told(watch.next())).isEqualTo("ADDED Pod till");
    }
  }

  @Test
  void anErrorEventEndsAWatch() throws Exception {
    server.faults().add(When.watch(PODS).once(), new Fault.ErrorEvent(0, 500));
    try (FakeCaller.Lines watch = caller.watch(WATCH)) {
      JsonNode event = json(watch.next());
      assertThat(event.path("type").asText()).isEqualTo("ERROR");
      assertThat(event.at("/object/code").asInt()).isEqualTo(500);
      assertThat(watch.next()).isNull();
    }
  }

  @Test
  void pagesNeverEnd() throws Exception {
    pods(server, 3);
    server.faults().add(When.list(PODS), new Fault.EndlessContinue());
    String next = "";
    for (int page = 0; page < 10; page++) {
      String body = caller.get(PODS + "?limit=10&continue=" + next).body();
      next = json(body).at("/metadata/continue").asText();
      assertThat(next).isNotEmpty();
      assertThat(FakeObjects.names(body)).hasSize(3);
    }
  }

  @Test
  void anObjectIsVeryLarge() throws Exception {
    long size = 60_000_000;
    server.faults().add(When.list(PODS).once(), new Fault.BigObject(size));
    long read = 0;
    try (FakeCaller.Octets list = caller.stream(PODS)) {
      InputStream in = list.body();
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        read += count;
      }
    }
    assertThat(read).isGreaterThan(size).isLessThan(size + 1000);
  }

  @Test
  void oneItemIsNoObject() throws Exception {
    pods(server, 1);
    server.faults().add(When.any(PODS), new Fault.OddItem("7"));

    assertThat(json(caller.get(PODS).body()).path("items").path(1).asInt()).isEqualTo(7);
    try (FakeCaller.Lines watch = caller.watch(WATCH)) {
      assertThat(watch.next()).isEqualTo("{\"type\":\"ADDED\",\"object\":7}");
    }
  }

  @Test
  void somethingElseThanAnApiServerAnswers() throws Exception {
    server.faults().add(When.any("/").once(), new Fault.Answer(200, "text/html", "<html>"));

    assertThat(caller.get("/version").body()).isEqualTo("<html>");
    assertThat(json(caller.get("/version").body()).path("gitVersion").asText())
        .isEqualTo("v1.36.3");
  }

  @Test
  void theSameSeedIsHostileInTheSameWay() {
    assertThat(hostile(7)).isEqualTo(hostile(7)).isNotEqualTo(hostile(8));
    assertThat(hostile(7)).anyMatch(faults -> !faults.equals("[]")).contains("[]");
  }

  private static List<String> hostile(long seed) {
    FakeFaults faults = new FakeFaults();
    faults.hostile(seed, 3);
    List<String> all = new ArrayList<>();
    for (int number = 0; number < 50; number++) {
      for (FakeVerb verb : FakeVerb.values()) {
        all.add(faults.of(verb, PODS, "").toString());
      }
    }
    return all;
  }

  @Test
  void whoTriesOftenEnoughReachesAHostileServer() throws Exception {
    long seed = 4711;
    try (FakeApiServer hostile = FakeApiServer.hostile(seed)) {
      pods(hostile, 200);
      int good = 0;
      for (int number = 0; number < 40; number++) {
        try (FakeCaller impatient = FakeCaller.admin(hostile)) {
          good += impatient.answersWell(PODS, Duration.ofSeconds(2)) ? 1 : 0;
        }
      }
      assertThat(good).as("seed %d", seed).isBetween(20, 39);
      hostile.faults().calm();
      try (FakeCaller calm = FakeCaller.admin(hostile)) {
        assertThat(FakeObjects.names(calm.get(PODS).body())).hasSize(200);
      }
    }
  }
}
