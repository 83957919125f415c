package io.kubilitics.layout.text;

/// Texts as they can be painted: nothing in them is invisible, breaks the line, turns its
/// neighbours round, or is refused by XML.
final class Legible {
  private static final char BLANK = ' ';
  private static final char SEEN = '␣';
  private static final char BROKEN = '�';

  private Legible() {}

  static String of(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit < ' ' || unit > '~') {
        return rewritten(text);
      }
    }
    return text;
  }

  private static String rewritten(String text) {
    StringBuilder legible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> legible.appendCodePoint(of(codePoint)));
    return legible.toString().equals(text) ? text : legible.toString();
  }

  private static int of(int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      return BLANK;
    }
    if (isNoCharacter(codePoint)) {
      return BROKEN;
    }
    if (codePoint < ' ' || (codePoint >= 0x7F && codePoint <= 0x9F) || turnsRound(codePoint)) {
      return SEEN;
    }
    return codePoint;
  }

  /// Surrogates that stand alone, and the code points that are never assigned.
  private static boolean isNoCharacter(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE || (codePoint & 0xFFFE) == 0xFFFE;
  }

  /// Embeddings, overrides and isolates. Marks of direction and joiners stay: names in Arabic or
  /// Hindi need them.
  private static boolean turnsRound(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
