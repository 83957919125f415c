package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.access.Caller;
import io.kubilitics.session.Session;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  @Test
  void aMessageThatCannotBeSentEndsTheWireToo() throws Exception {
    FailingWire wire = new FailingWire();
    try (DeltaStream stream = stream()) {
      Connection connection = stream.connect(wire, "127.0.0.1");
      connection.start();
      connection.text("{\"type\":\"hello\",\"token\":\"t\"}");

      assertThat(wire.cut.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static DeltaStream stream() {
    return DeltaStream.open(
        new NoClusters(),
        (_, _, _) -> {
          throw new AssertionError("nobody subscribes");
        },
        _ -> Caller.OWNER,
        (_, _) -> {
          throw new AssertionError("nobody subscribes");
        },
        StreamPace.USUAL,
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
