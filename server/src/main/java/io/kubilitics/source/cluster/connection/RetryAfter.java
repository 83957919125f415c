package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The header of that name (RFC 9110): seconds, or a date. What is neither, or past, is nothing; an
/// hour is the most that is believed.
final class RetryAfter {
  private static final Duration MOST = Duration.ofHours(1);

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers, Instant now) {
    String text = StreamedReply.first(headers, "retry-after").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Duration pause;
    try {
      pause =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
    if (pause.isNegative()) {
      return Optional.of(Duration.ZERO);
    }
    return Optional.of(pause.compareTo(MOST) > 0 ? MOST : pause);
  }
}
