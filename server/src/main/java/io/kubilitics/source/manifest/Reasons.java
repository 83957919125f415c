package io.kubilitics.source.manifest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words for the reader of a rejected document.
final class Reasons {
  static final String TEMPLATE =
      "a template, not a manifest; render first: helm template … | kubilitics graph -";

  static final String TEMPLATE_MARK = "{{";

  private static final int LONGEST = 240;

  /// What the JSON parser adds to some of its messages.
  private static final String PLACE_IN_SOURCE = " (start marker at [Source";

  /// What a parser quotes, apart from names of its own and from single characters.
  private static final Pattern QUOTED =
      Pattern.compile("'(?!<[a-z ]*+>')[^']{2,}+'|\"[^\"]{2,}+\"");

  private static final Pattern TAG_HANDLE = Pattern.compile("(tag handle) .*+", Pattern.DOTALL);

  private Reasons() {}

  /// A parser's message without what it quotes of the document: that may be a secret.
  static String ofParser(@Nullable String message) {
    String text = oneLine(message);
    return TAG_HANDLE.matcher(QUOTED.matcher(text).replaceAll("…")).replaceAll("$1");
  }

  /// A parser's message as one line of printable text, not too long.
  static String oneLine(@Nullable String message) {
    if (message == null) {
      return "cannot be read";
    }
    int source = message.indexOf(PLACE_IN_SOURCE);
    String text = source < 0 ? message : message.substring(0, source);
    StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST));
    for (int at = 0; at < text.length() && line.length() < LONGEST; at++) {
      char c = text.charAt(at);
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
