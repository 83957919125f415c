package io.kubilitics.catalogue.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads instants as API servers write them, `2026-11-20T10:00:00Z`, without the cost of a general
/// parser; any other RFC 3339 text by that.
public final class Timestamps {
  private static final int LENGTH = "2026-11-20T10:00:00Z".length();
  private static final String FORM = "dddd-dd-ddTdd:dd:ddZ";

  private Timestamps() {}

  /// The instant a text means.
  ///
  /// @return null for what is no instant
  public static @Nullable Instant read(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return isPlain(text) ? plain(text) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isPlain(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int at = 0; at < LENGTH; at++) {
      char wanted = FORM.charAt(at);
      char c = text.charAt(at);
      if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    long hour = number(text, 11, 13);
    long minute = number(text, 14, 16);
    long second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("no time of day");
    }
    return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + second);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }
}
