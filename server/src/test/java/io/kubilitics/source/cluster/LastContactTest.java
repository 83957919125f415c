package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FakeApiServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// When a server was last heard of.
class LastContactTest {
  private static final Instant BORN = Instant.parse("2026-02-01T10:00:00Z");
  private static final Instant LATER = BORN.plusSeconds(600);
  private static final Ask WATCH = Ask.get("/api/v1/pods?watch=1");

  private final AtomicReference<Instant> now = new AtomicReference<>(BORN);
  private final InstantSource time = now::get;
  private final List<LineState> told = new CopyOnWriteArrayList<>();
  private volatile boolean isAway;

  private Line open() throws InterruptedException {
    Clock clock = time.withZone(ZoneOffset.UTC);
    Line line =
        Line.open(
            "test",
            access("one"),
            _ -> new Server(),
            Live.FAST,
            clock,
            new SplittableRandom(5),
            (state, _) -> told.add(state));
    line.awaitOpen();
    return line;
  }

  private LineState last() {
    return told.isEmpty() ? LineState.CONNECTING : told.getLast();
  }

  private static ClusterAccess access(String token) {
    return Live.access(URI.create("https://example.com"), token, "default");
  }

  @Test
  void whatAWatchBringsIsContact() throws Exception {
    try (Line line = open();
        Reply watch = line.send(Errand.WATCH, WATCH)) {
      assertThat(line.state().lastContact()).isEqualTo(BORN);

      now.set(LATER);
      assertThat(watch.body().read(new byte[1])).isOne();

      assertThat(line.state().lastContact()).isEqualTo(LATER);
      Eventually.holds(() -> assertThat(last().lastContact()).isEqualTo(LATER));
    }
  }

  @Test
  void aServerThatIsAwayIsSaidToHaveBeenThereWhenAWatchLastBroughtSomething() throws Exception {
    try (Line line = open();
        Reply watch = line.send(Errand.WATCH, WATCH)) {
      now.set(LATER);
      byte[] _ = watch.body().readNBytes(1);
      now.set(LATER.plusSeconds(60));
      isAway = true;

      assertThat(watch.body().readAllBytes()).isEmpty();
      line.send(Errand.USER, WATCH).close();

      Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.UNREACHABLE));
      assertThat(last().lastContact()).isEqualTo(LATER);
    }
  }

  @Test
  void theWatchOfAFormerAccessIsNoContactWithTheNextOne() throws Exception {
    try (Line line = open();
        Reply former = line.send(Errand.WATCH, WATCH)) {
      isAway = true;
      line.reaccess(access("two"));
      now.set(LATER);

      byte[] _ = former.body().readNBytes(1);

      assertThat(line.state().lastContact()).isNotEqualTo(LATER);
    }
  }

  /// Nothing is told of it but its objects.
  @Test
  void aClusterThatChangesIsSaidToBeThere() {
    try (FakeApiServer server = FakeApiServer.start();
        Live live = Live.open(server, 1)) {
      Instant first = Objects.requireNonNull(live.watched.condition().lastContact());
      live.until(() -> {
        server.put("{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}");
        return first.plusSeconds(1).isBefore(live.watched.condition().lastContact());
      });
      assertThat(live.watched.condition().phase()).isEqualTo(Phase.CONNECTED);
    }
  }

  /// Answers with one octet.
  private final class Server implements Connection {
    @Override
    public Reply send(Errand errand, Ask ask) throws IOException {
      if (isAway && ask.path().equals("/version")) {
        throw new IOException("connection refused");
      }
      return new Octet(isAway ? 401 : 200, new ByteArrayInputStream(new byte[1]));
    }

    @Override
    public void close() {}
  }

  private record Octet(int status, InputStream body) implements Reply {
    @Override
    public String contentType() {
      return "application/json";
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.empty();
    }

    @Override
    public String text(int most) throws IOException {
      return new String(body.readNBytes(most), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
  }
}
