package io.kubilitics.catalogue.health;

import org.jspecify.annotations.Nullable;

/// Whole numbers in fields.
final class Numbers {
  private Numbers() {}

  /// The number a text means.
  ///
  /// @param otherwise for a field that is absent or no whole number
  static long read(@Nullable String text, long otherwise) {
    if (text == null || text.isEmpty() || text.length() > 18) {
      return otherwise;
    }
    int from = text.charAt(0) == '-' ? 1 : 0;
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
