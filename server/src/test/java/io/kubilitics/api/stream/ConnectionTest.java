package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.access.Caller;
import io.kubilitics.session.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  /// Nothing happens by itself.
  private static final StreamPace NEVER =
      new StreamPace(LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG);

  @Test
  void aMessageThatCannotBeSentEndsTheWireToo() throws Exception {
    FailingWire wire = new FailingWire();
    try (DeltaStream stream = stream(StreamPace.USUAL)) {
      Connection connection = stream.connect(wire, "127.0.0.1");
      connection.start();
      connection.text("{\"type\":\"hello\",\"token\":\"t\"}");

      assertThat(wire.cut.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsSaidWhileALockIsWaitedForIsHeard() throws Exception {
    DistractedWire wire = new DistractedWire();
    try (DeltaStream stream = stream(NEVER)) {
      Connection connection = stream.connect(wire, "127.0.0.1");
      wire.connection = connection;
      connection.start();

      assertThat(wire.said.poll(60, TimeUnit.SECONDS)).contains("\"welcome\"");
      connection.gone();
    }
  }

  /// The client says hello just when the wire waits for a lock, which takes the permit to go on.
  private static final class DistractedWire implements Wire {
    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    volatile @Nullable Connection connection;

    @Override
    public void send(byte[] utf8, Outcome outcome) {
      said.add(new String(utf8, StandardCharsets.UTF_8));
      outcome.sent();
    }

    @Override
    public void ping() {}

    @Override
    public void demand() {
      Connection client = connection;
      if (client != null) {
        connection = null;
        client.text("{\"type\":\"hello\",\"token\":\"t\"}");
        LockSupport.park(this);
      }
    }

    @Override
    public void close(int code, String reason) {
      said.add("closed: " + code);
    }

    @Override
    public void cut() {}
  }

  private static DeltaStream stream(StreamPace pace) {
    return DeltaStream.open(
        new NoClusters(),
        (_, _, _) -> {
          throw new AssertionError("nobody subscribes");
        },
        _ -> Caller.OWNER,
        (_, _) -> {
          throw new AssertionError("nobody subscribes");
        },
        pace,
        StreamLimits.USUAL,
        new StreamCounters());
  }

  /// Takes no message.
  private static final class FailingWire implements Wire {
    final CountDownLatch cut = new CountDownLatch(1);

    @Override
    public void send(byte[] utf8, Outcome outcome) {
      outcome.failed();
    }

    @Override
    public void ping() {}

    @Override
    public void demand() {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void cut() {
      cut.countDown();
    }
  }

  private static final class NoClusters implements Clusters {
    @Override
    public Optional<Session> find(String name) {
      return Optional.empty();
    }

    @Override
    public String streamEpoch() {
      return "epoch";
    }

    @Override
    public String streamEpoch(Session session) {
      return "epoch";
    }
  }
}
