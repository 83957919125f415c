package io.kubilitics.export;

/// Text as it may leave the program.
public final class UnicodeText {
  private static final char REPLACEMENT = '\uFFFD';

  private UnicodeText() {}

  /// The text with every half of a surrogate pair that stands alone replaced, since no encoding can
  /// carry it.
  public static String wellFormed(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        return repaired(text);
      }
    }
    return text;
  }

  /// The text as a label shows it: in one line, with a blank for all that nobody could see.
  public static String visible(String text) {
    String whole = wellFormed(text);
    if (whole.codePoints().noneMatch(UnicodeText::isInvisible)) {
      return whole;
    }
    StringBuilder out = new StringBuilder(whole.length());
    whole.codePoints().map(point -> isInvisible(point) ? ' ' : point).forEach(out::appendCodePoint);
    return out.toString();
  }

  /// Whether a reader could miss or misread the character: controls, line ends of all kinds, marks
  /// that turn the direction of writing, and what is no character at all.
  static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (point & 0xFFFE) == 0xFFFE;
    };
  }

  private static String repaired(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
