package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.StandardHttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "7|7",
        "999999999|3600",
        "Thu, 01 Jan 2026 00:00:30 GMT|30",
        "Thu, 01 Jan 2015 00:00:00 GMT|0"
      })
  void secondsAndDatesAreUnderstood(String header, long seconds) {
    assertThat(of(header)).isEqualTo(Optional.of(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "soon", "1.5", "99999999999", "Thu, 41 Jan 2026"})
  void anythingElseIsNothing(String header) {
    assertThat(of(header)).isEmpty();
  }

  @Test
  void noHeaderIsNothing() {
    assertThat(RetryAfter.of(new StandardHttpHeaders(), NOW)).isEmpty();
  }

  private static Optional<Duration> of(String header) {
    return RetryAfter.of(new StandardHttpHeaders(Map.of("retry-after", List.of(header))), NOW);
  }
}
