package io.kubilitics.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How one text is written in YAML, so that every reader of 1.1 and 1.2 takes it for that text.
final class YamlScalar {
  /// Words that some reader takes for a truth value, nothing, or a merge.
  private static final Set<String> RESERVED =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nil", "~", "=", "<<");

  /// Made of nothing but what numbers and times of any notation are made of.
  private static final Pattern LIKE_A_NUMBER =
      Pattern.compile(
          "[-+.]?[0-9][0-9a-fA-FxXoO_:.,eE+ \\-TtZz]*+|[-+]?\\.(?:inf|nan|[0-9].*+)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?");

  private YamlScalar() {}

  /// The text on one line, in quotes where it needs them.
  static String inline(String text) {
    return isPlain(text) ? text : quoted(UnicodeText.wellFormed(text));
  }

  /// A number as JSON has it; a form that YAML 1.1 takes for text is written with all it needs.
  static String number(String json) {
    if (NUMBER.matcher(json).matches()) {
      return json;
    }
    String text = json.toLowerCase(Locale.ROOT);
    int exponent = text.indexOf('e');
    if (exponent < 0) {
      return json;
    }
    String mantissa = text.substring(0, exponent);
    String power = text.substring(exponent + 1);
    boolean signed = power.startsWith("+") || power.startsWith("-");
    return (mantissa.indexOf('.') < 0 ? mantissa + ".0" : mantissa) + (signed ? "e" : "e+") + power;
  }

  /// Whether the text has several lines and can be written as they are.
  static boolean isBlock(String text) {
    int lineFeed = text.indexOf('\n');
    if (lineFeed <= 0 || text.charAt(0) == ' ' || text.charAt(0) == '\t') {
      return false;
    }
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (point != '\n' && point != '\t' && UnicodeText.isInvisible(point)) {
        return false;
      }
      at += Character.charCount(point);
    }
    return true;
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !(isStart(text.charAt(0)) || isOption(text))) {
      return false;
    }
    for (int at = 1; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isLast = at + 1 == text.length();
      boolean isWithin =
          switch (c) {
            case ' ' -> !isLast && text.charAt(at + 1) != '#' && text.charAt(at + 1) != ' ';
            case ':' -> !isLast && text.charAt(at + 1) != ' ';
            case '-', '.', '/', '_', '@', '=', '+', '(', ')', '$', '%', ';', '~', '^' -> true;
            case ',' -> !isLast;
            default -> isWord(c);
          };
      if (!isWithin) {
        return false;
      }
    }
    return !RESERVED.contains(text.toLowerCase(Locale.ROOT))
        && !LIKE_A_NUMBER.matcher(text).matches();
  }

  private static boolean isStart(char c) {
    return isWord(c) || c == '/' || c == '_' || c == '(' || c == '$' || c == '.';
  }

  /// `-v`, `--port=80`.
  private static boolean isOption(String text) {
    int dashes = text.startsWith("--") ? 2 : 1;
    return text.startsWith("-") && text.length() > dashes && isLetter(text.charAt(dashes));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  /// The text in double quotes, with escapes for all that could be missed or misread.
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> appendReadable(quoted, point);
          }
        });
    return quoted.append('"').toString();
  }

  private static void appendReadable(StringBuilder quoted, int point) {
    if (!UnicodeText.isInvisible(point)) {
      quoted.appendCodePoint(point);
      return;
    }
    quoted.append(
        Character.isBmpCodePoint(point)
            ? String.format("\\u%04X", point)
            : String.format("\\U%08X", point));
  }
}
