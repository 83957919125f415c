package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.TokenStream.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/// What a plain YAML scalar means to kubectl, which reads YAML 1.1 as its Go library does: `yes`
/// and `on` are true, `0644` is octal, dates are text. See SCALARS.md.
///
/// @param text `true`, `false`, `null`; a number as JSON would have it, otherwise as written; text
///   as written
record Scalar(Token token, String text) {
  private static final Scalar TRUE = new Scalar(Token.TRUE, "true");
  private static final Scalar FALSE = new Scalar(Token.FALSE, "false");
  private static final Scalar NULL = new Scalar(Token.NULL, "null");

  private static final Map<String, Scalar> WORDS =
      Map.ofEntries(
          Map.entry("~", NULL),
          Map.entry("null", NULL),
          Map.entry("Null", NULL),
          Map.entry("NULL", NULL),
          Map.entry("true", TRUE),
          Map.entry("True", TRUE),
          Map.entry("TRUE", TRUE),
          Map.entry("y", TRUE),
          Map.entry("Y", TRUE),
          Map.entry("yes", TRUE),
          Map.entry("Yes", TRUE),
          Map.entry("YES", TRUE),
          Map.entry("on", TRUE),
          Map.entry("On", TRUE),
          Map.entry("ON", TRUE),
          Map.entry("false", FALSE),
          Map.entry("False", FALSE),
          Map.entry("FALSE", FALSE),
          Map.entry("n", FALSE),
          Map.entry("N", FALSE),
          Map.entry("no", FALSE),
          Map.entry("No", FALSE),
          Map.entry("NO", FALSE),
          Map.entry("off", FALSE),
          Map.entry("Off", FALSE),
          Map.entry("OFF", FALSE));

  private static final int LONGEST_WORD = 5;

  /// Longer digits are no number anybody means, and slow to convert.
  private static final int LONGEST_NUMBER = 400;

  private static final BigInteger MOST = BigInteger.TWO.pow(64);
  private static final BigInteger LEAST = BigInteger.TWO.pow(63).negate();

  static Scalar plain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    char first = text.charAt(0);
    if (first <= '9' && (first >= '0' || first == '.' || first == '-' || first == '+')) {
      return number(text);
    }
    if (text.length() > LONGEST_WORD) {
      return new Scalar(Token.TEXT, text);
    }
    Scalar word = WORDS.get(text);
    return word == null ? new Scalar(Token.TEXT, text) : word;
  }

  static Scalar text(String text) {
    return new Scalar(Token.TEXT, text);
  }

  /// Infinity and "not a number": numbers for YAML, which JSON cannot write and kubectl refuses.
  static boolean isNotFinite(String text) {
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
      case ".nan", ".NaN", ".NAN" -> true;
      default -> false;
    };
  }

  /// As the name of a field: fractions lose their closing zeros there.
  String asName() {
    if (token != Token.NUMBER || isDecimalInteger(text)) {
      return text;
    }
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private static Scalar number(String text) {
    if (isDecimalInteger(text)) {
      return text.length() <= LONGEST_NUMBER ? new Scalar(Token.NUMBER, text) : text(text);
    }
    if (text.length() > LONGEST_NUMBER) {
      return text(text);
    }
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    String integer = integer(digits);
    if (!integer.isEmpty()) {
      return new Scalar(Token.NUMBER, integer);
    }
    if (!isDecimal(digits) || Double.isInfinite(Double.parseDouble(digits))) {
      return text(text);
    }
    return new Scalar(Token.NUMBER, isJsonNumber(digits) ? digits : asJson(digits));
  }

  /// Whether the text is an integer as JSON writes it.
  private static boolean isDecimalInteger(String text) {
    int at = text.charAt(0) == '-' ? 1 : 0;
    if (at == text.length() || text.charAt(at) == '0') {
      return text.length() == 1 && at == 0;
    }
    return digitsEnd(text, at) == text.length();
  }

  /// In decimal, when the text is an integer of 64 bits in any base; `""` when it is none.
  private static String integer(String text) {
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    String magnitude = signed ? text.substring(1) : text;
    int radix = radix(magnitude);
    String digits = magnitude.substring(prefixLength(magnitude, radix));
    if (digits.isEmpty() || !allDigits(digits, radix)) {
      return "";
    }
    BigInteger value = new BigInteger(digits, radix);
    BigInteger result = text.charAt(0) == '-' ? value.negate() : value;
    return result.compareTo(LEAST) >= 0 && result.compareTo(MOST) < 0 ? result.toString() : "";
  }

  private static int radix(String magnitude) {
    if (magnitude.length() < 2 || magnitude.charAt(0) != '0') {
      return 10;
    }
    return switch (magnitude.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String magnitude, int radix) {
    if (radix == 10) {
      return 0;
    }
    boolean letter = Character.isLetter(magnitude.charAt(1));
    return radix == 8 && (!letter || "oO".indexOf(magnitude.charAt(1)) < 0) ? 1 : 2;
  }

  private static boolean allDigits(String text, int radix) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static boolean isDecimal(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digitsEnd(text, at);
    boolean digits = whole > at;
    at = whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digitsEnd(text, at + 1);
      digits |= fraction > at + 1;
      at = fraction;
    }
    return digits && isExponentOrEnd(text, at);
  }

  private static boolean isExponentOrEnd(String text, int from) {
    if (from == text.length()) {
      return true;
    }
    if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
      return false;
    }
    int at = from + 1;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int end = digitsEnd(text, at);
    return end > at && end == text.length();
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isJsonNumber(String decimal) {
    int at = decimal.charAt(0) == '-' ? 1 : 0;
    int whole = digitsEnd(decimal, at);
    if (whole == at || (decimal.charAt(at) == '0' && whole > at + 1)) {
      return false;
    }
    boolean point = whole < decimal.length() && decimal.charAt(whole) == '.';
    return !point || digitsEnd(decimal, whole + 1) > whole + 1;
  }

  private static String asJson(String decimal) {
    String magnitude = decimal.charAt(0) == '+' ? decimal.substring(1) : decimal;
    return new BigDecimal(magnitude).toString();
  }
}
