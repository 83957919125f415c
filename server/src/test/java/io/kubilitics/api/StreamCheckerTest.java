package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.testbed.StreamChecker;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The promises of the stream, over a line that is cut at random, by clients that look around.
class StreamCheckerTest {
  /// As in the product, but for waiting.
  private static final StreamPace QUICK =
      new StreamPace(
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofMillis(200));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void clientsThatAreCutOffAgainAndAgainEndUpWithTheTruth(long seed) throws Exception {
    StreamLimits limits = new StreamLimits(32, 32, 256, 64 * 1024, 4 * 1024, 1_000, 1_000);
    try (StreamBed bed = new StreamBed(QUICK, limits)) {
      StreamChecker.Seen seen = bed.run(seed, 4, Duration.ofSeconds(5));

      assertThat(seen.deltas).isPositive();
      assertThat(seen.bookmarks).isPositive();
      assertThat(seen.resumed).isPositive();
      assertThat(seen.cuts).isPositive();
      assertThat(seen.updates).isPositive();
    }
  }
}
