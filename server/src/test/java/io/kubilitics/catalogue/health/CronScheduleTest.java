package io.kubilitics.catalogue.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a schedule is due next. The 1st of January 2026 is a Thursday.
class CronScheduleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *       | 2026-01-01T00:00:00Z | 2026-01-01T00:01:00Z",
        "*/15 * * * *    | 2026-01-01T00:46:30Z | 2026-01-01T01:00:00Z",
        "5/20 * * * *    | 2026-01-01T00:46:00Z | 2026-01-01T01:05:00Z",
        "10-12,50 * * * * | 2026-01-01T00:12:00Z | 2026-01-01T00:50:00Z",
        "0 2 * * *       | 2026-01-01T02:00:00Z | 2026-01-02T02:00:00Z",
        "0 0 1 * *       | 2026-01-01T00:00:00Z | 2026-02-01T00:00:00Z",
        "0 0 29 2 *      | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z",
        "0 9 * * MON-fri | 2026-01-02T09:00:00Z | 2026-01-05T09:00:00Z",
        "0 0 * * 0       | 2026-01-01T00:00:00Z | 2026-01-04T00:00:00Z",
        "0 0 13 * 5      | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z",
        "0 0 13 * ?      | 2026-01-01T00:00:00Z | 2026-01-13T00:00:00Z",
        "0 0 */10 * 5    | 2026-01-02T00:00:00Z | 2026-01-09T00:00:00Z",
        "0 0 1 JAN,jul * | 2026-01-01T00:00:00Z | 2026-07-01T00:00:00Z",
        "@hourly         | 2026-01-01T00:00:00Z | 2026-01-01T01:00:00Z",
        "@weekly         | 2026-01-01T00:00:00Z | 2026-01-04T00:00:00Z",
        "@yearly         | 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z",
        "@every 1h30m    | 2026-01-01T00:00:07Z | 2026-01-01T01:30:07Z"
      })
  void itIsDueNext(String text, Instant after, Instant next) {
    CronSchedule schedule = CronSchedule.parse(text).orElseThrow();

    assertThat(schedule.next(after, ZoneOffset.UTC)).contains(next);
  }

  @Test
  void anHourThatTheClockSkipsComesLater() {
    CronSchedule schedule = CronSchedule.parse("30 2 * * *").orElseThrow();

    assertThat(schedule.next(Instant.parse("2026-03-28T12:00:00Z"), ZoneId.of("Europe/Berlin")))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * * 7",
        "*/0 * * * *",
        "5-1 * * * *",
        "-1 * * * *",
        "1,, * * * *",
        "a * * * *",
        "*/-5 * * * *",
        "*/99999999999999999999 * * * *",
        "@reboot",
        "@every",
        "@every 0s",
        "@every -1h",
        "@every 1d",
        "TZ=UTC 0 0 * * *"
      })
  void whatMeansNothingIsNoSchedule(String text) {
    assertThat(CronSchedule.parse(text)).isEmpty();
  }

  @Test
  void aDayThatNeverComesIsNeverDue() {
    CronSchedule schedule = CronSchedule.parse("0 0 30 2 *").orElseThrow();

    assertThat(schedule.next(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)).isEmpty();
  }
}
