package io.kubilitics.layout.drawing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Numbers and times as the drawing writes them.
public final class Figures {
  private static final int GROUP = 3;
  private static final int LONGEST_NUMBER = 6;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  private Figures() {}

  /// `26,882`.
  public static String grouped(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int at = text.length() - GROUP; at > first; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /// The text when it is a whole number of a size that a cluster can have, else `""`: objects of
  /// files may say anything.
  static String number(@Nullable String text) {
    boolean isNumber =
        text != null
            && !text.isEmpty()
            && text.length() <= LONGEST_NUMBER
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isNumber && text != null ? text : "";
  }

  /// Between two moments, in the largest unit that says enough: `90 s`, `56 h`, `12 d`, `3 y`.
  static String age(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 2 * MINUTE) {
      return seconds + " s";
    }
    if (seconds < 2 * HOUR) {
      return seconds / MINUTE + " min";
    }
    if (seconds < 3 * DAY) {
      return seconds / HOUR + " h";
    }
    return seconds < 2 * YEAR ? seconds / DAY + " d" : seconds / YEAR + " y";
  }

  /// Reads `2026-11-20T10:00:00Z`; null when it is no moment.
  static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.length() < 20 || text.length() > 40) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
