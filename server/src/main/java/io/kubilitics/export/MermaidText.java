package io.kubilitics.export;

/// Text inside the quotes of Mermaid, to be shown as it is.
final class MermaidText {
  private MermaidText() {}

  /// Letters, digits, blanks, `-` and `.` stand for themselves; everything else, which Mermaid,
  /// Markdown or HTML could take for its own, becomes a numeric entity (`#35;`).
  static String label(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    unmistakable(UnicodeText.visible(text))
        .codePoints()
        .forEach(point -> {
          if (isPlain(point)) {
            out.appendCodePoint(point);
          } else {
            out.append('#').append(point).append(';');
          }
        });
    return out.toString();
  }

  /// What Mermaid looks for after it has decoded the entities, for formulas (`$$`) and icons
  /// (`fa:fa-bell`), is broken up by a joiner without width. The ligature is what it marks entities
  /// with meanwhile.
  private static String unmistakable(String text) {
    return text.replace("$", "$\u2060").replace(":fa-", ":\u2060fa-").replace("\uFB02", "fl");
  }

  private static boolean isPlain(int point) {
    return point > '~'
        ? Character.isLetterOrDigit(point)
        : (point >= 'a' && point <= 'z')
            || (point >= 'A' && point <= 'Z')
            || (point >= '0' && point <= '9')
            || point == ' '
            || point == '-'
            || point == '.';
  }
}
