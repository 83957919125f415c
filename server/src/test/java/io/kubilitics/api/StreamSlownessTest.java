package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.SlowReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that take in what they are sent slowly, or not at all.
@Timeout(120)
class StreamSlownessTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration STALL = Duration.ofSeconds(3);
  private static final StreamPace PACE =
      new StreamPace(LONG, SHORT, LONG, LONG, LONG, STALL, SHORT, LONG, LONG, LONG);

  private static String metric(TestServer server, String name) throws IOException {
    return server
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .orElse("no " + name);
  }

  /// A message of 256 KiB takes more than twice as long at this pace as nothing may go out.
  @Test
  void whoReadsSlowlyIsServedAndWhoStopsIsClosed() throws Exception {
    try (TestServer server = TestServer.with(PACE, StreamLimits.USUAL);
        SlowReader reader = SlowReader.connect(server.api.port())) {
      int before = server.knows();
      server.shop.grow("many", 10_000);
      Eventually.holds(() -> assertThat(server.knows()).isEqualTo(before + 10_000));
      reader.say("{\"type\":\"hello\",\"token\":\"" + server.token.reveal() + "\"}");
      reader.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"shop\",\"view\":{\"show\":\"topology\"}}");

      reader.take(300 * 1024, 40 * 1024);
      assertThat(metric(server, "kubilitics_stream_stalled_total")).endsWith(" 0.0");

      Eventually.holds(
          () -> assertThat(metric(server, "kubilitics_stream_stalled_total")).endsWith(" 1.0"));
      Eventually.holds(
          () -> assertThat(metric(server, "kubilitics_stream_clients")).endsWith(" 0.0"));
    }
  }
}
