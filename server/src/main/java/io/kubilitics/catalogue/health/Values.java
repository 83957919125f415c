package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads single fields: what is absent, or of another shape than the API says, is as if it were not
/// set.
final class Values {
  private static final int LONGEST_NUMBER = 18;

  private Values() {}

  /// The text of a field, `""` where there is none.
  static String text(KeptField field, FieldPath path) {
    String text = field.scalar(path);
    return text == null ? "" : text;
  }

  static boolean isTrue(KeptField field, FieldPath path) {
    return "true".equals(field.scalar(path));
  }

  /// The instant a field says, or null.
  static @Nullable Instant instant(KeptField field, FieldPath path) {
    return Timestamps.read(field.scalar(path));
  }

  /// How many a field says there are: 0 where it says nothing, or less than nothing.
  static long count(KeptField field, FieldPath path) {
    return Math.max(0, number(field, path, 0));
  }

  static long number(KeptField field, FieldPath path, long otherwise) {
    return number(field.scalar(path), otherwise);
  }

  /// The number a text means.
  ///
  /// @param otherwise for a field that is absent or no whole number
  static long number(@Nullable String text, long otherwise) {
    if (text == null || text.length() > LONGEST_NUMBER) {
      return otherwise;
    }
    int from = text.startsWith("-") ? 1 : 0;
    if (from == text.length()) {
      return otherwise;
    }
    long number = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        return otherwise;
      }
      number = number * 10 + c - '0';
    }
    return from == 1 ? -number : number;
  }
}
