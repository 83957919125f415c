package io.kubilitics.export;

/// Text as an XML 1.0 document can hold it, between tags and in attributes alike.
public final class XmlText {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /// Escaped so that a reader gets back the text, line ends included. The few characters that XML
  /// cannot even hold escaped are replaced by others that can be seen: controls by their pictures
  /// (`␛`), halves of surrogate pairs and what is no character by `�`.
  public static String escaped(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"') {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\t' -> out.append("&#9;");
      case '\n' -> out.append("&#10;");
      case '\r' -> out.append("&#13;");
      default -> out.appendCodePoint(held(point));
    }
  }

  /// The production `Char` of XML 1.0, the three controls above apart.
  private static int held(int point) {
    if (point < ' ') {
      return CONTROL_PICTURES + point;
    }
    boolean isNone =
        (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
            || point == 0xFFFE
            || point == 0xFFFF;
    return isNone ? REPLACEMENT : point;
  }
}
