package io.kubilitics.search;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A text to look for, in any case of its letters.
///
/// @param text lower case
record Needle(String text) {
  Needle {
    text = text.toLowerCase(Locale.ROOT);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  boolean isIn(String value) {
    return at(value, 0) >= 0;
  }

  boolean is(String value) {
    return value.length() == text.length() && at(value, 0) == 0;
  }

  /// The first place from an index on, or -1.
  int at(String value, int from) {
    int last = value.length() - text.length();
    for (int at = from; at <= last; at++) {
      if (value.regionMatches(true, at, text, 0, text.length())) {
        return at;
      }
    }
    return -1;
  }

  /// Whether it stands at the beginning of a word: behind something that is no letter or digit.
  boolean beginsWordIn(String value) {
    for (int at = at(value, 0); at >= 0; at = at(value, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(value.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }
}
