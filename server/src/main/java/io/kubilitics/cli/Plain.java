package io.kubilitics.cli;

/// Text from clusters and files as a terminal may show it.
final class Plain {
  private Plain() {}

  /// The text on one line, with everything a terminal would obey or hide shown as `<U+202E>`: names
  /// and messages are written by others.
  static String text(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (isDangerous(text.charAt(at))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (isDangerous(point)) {
            out.append(String.format("<U+%04X>", point));
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.toString();
  }

  private static boolean isDangerous(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
