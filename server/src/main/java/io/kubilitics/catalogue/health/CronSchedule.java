package io.kubilitics.catalogue.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// When a CronJob is due: five fields (minute, hour, day of the month, month, day of the week), or
/// a word. The form is that of the cron library Kubernetes uses, documented as "cron expression
/// format" of `github.com/robfig/cron/v3`.
sealed interface CronSchedule {
  Map<String, String> WORDS =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  /// Far more than any schedule that is meant.
  int LONGEST = 256;

  /// The first instant after the given one, or nothing when none comes within years.
  Optional<Instant> next(Instant after, ZoneId zone);

  /// Whether it is due at exactly this instant.
  default boolean isDue(Instant instant, ZoneId zone) {
    return next(instant.minusSeconds(1), zone).filter(instant::equals).isPresent();
  }

  /// Reads the text of `spec.schedule`; empty for one that means nothing.
  static Optional<CronSchedule> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String stripped = text.strip();
    if (stripped.startsWith("@every ")) {
      return GoDuration.parse(stripped.substring("@every ".length()).strip()).map(Every::new);
    }
    String[] fields = WORDS.getOrDefault(stripped, stripped).split("\\s+");
    try {
      return fields.length == 5 ? Optional.of(At.of(fields)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Again and again after the same time.
  record Every(Duration time) implements CronSchedule {
    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      return Optional.ofNullable(Patience.plus(after, time));
    }
  }

  /// At the instants whose parts are all in the fields. When both days are restricted one of them
  /// is enough.
  record At(CronField minute, CronField hour, CronField day, CronField month, CronField weekday)
      implements CronSchedule {
    /// The 29th of February comes within eight years.
    private static final int DAYS_TO_LOOK = 8 * 366;

    static At of(String[] fields) {
      return new At(
          CronField.parse(fields[0], 0, 59, CronField.NO_NAMES),
          CronField.parse(fields[1], 0, 23, CronField.NO_NAMES),
          CronField.parse(fields[2], 1, 31, CronField.NO_NAMES),
          CronField.parse(fields[3], 1, 12, CronField.MONTHS),
          CronField.parse(fields[4], 0, 6, CronField.WEEKDAYS));
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
      LocalDate date = LocalDate.ofInstant(after, zone);
      for (int days = 0; days < DAYS_TO_LOOK; days++) {
        if (matches(date)) {
          Optional<Instant> found = next(date, after, zone);
          if (found.isPresent()) {
            return found;
          }
        }
        date = date.plusDays(1);
      }
      return Optional.empty();
    }

    private Optional<Instant> next(LocalDate date, Instant after, ZoneId zone) {
      for (int h = hour.next(0); h >= 0; h = hour.next(h + 1)) {
        for (int m = minute.next(0); m >= 0; m = minute.next(m + 1)) {
          LocalDateTime time = date.atTime(h, m);
          Instant instant = time.atZone(zone).toInstant();
          if (instant.isAfter(after)) {
            return Optional.of(instant);
          }
        }
      }
      return Optional.empty();
    }

    private boolean matches(LocalDate date) {
      boolean isDay = day.has(date.getDayOfMonth());
      boolean isWeekday = weekday.has(date.getDayOfWeek().getValue() % 7);
      return month.has(date.getMonthValue())
          && ((day.isStar() || weekday.isStar()) ? (isDay && isWeekday) : (isDay || isWeekday));
    }
  }
}
