package io.kubilitics.source.manifest;

import org.jspecify.annotations.Nullable;

/// Words for the reader of a rejected document.
final class Reasons {
  static final String TEMPLATE =
      "a template, not a manifest; render first: helm template … | kubilitics graph -";

  private static final int LONGEST = 240;

  private Reasons() {}

  /// A parser's message as one line of printable text, not too long.
  static String oneLine(@Nullable String message) {
    if (message == null) {
      return "cannot be read";
    }
    StringBuilder line = new StringBuilder(Math.min(message.length(), LONGEST));
    for (int at = 0; at < message.length() && line.length() < LONGEST; at++) {
      char c = message.charAt(at);
      boolean space = Character.isWhitespace(c);
      if (space && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      if (!space && !Character.isISOControl(c)) {
        line.append(c);
      }
    }
    return line.toString().strip();
  }
}
