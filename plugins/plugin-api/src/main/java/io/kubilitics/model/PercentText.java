package io.kubilitics.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding of the few characters that would make an id ambiguous.
final class PercentText {
  private PercentText() {}

  static void append(StringBuilder out, String part) {
    if (isPlainAscii(part)) {
      out.append(part);
      return;
    }
    for (int at = 0; at < part.length(); ) {
      int point = part.codePointAt(at);
      int next = at + Character.charCount(point);
      if (isPlain(point)) {
        out.append(part, at, next);
      } else {
        byte[] utf8 = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        for (byte octet : utf8) {
          out.append('%');
          out.append(Character.toUpperCase(Character.forDigit((octet >> 4) & 0xF, 16)));
          out.append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
        }
      }
      at = next;
    }
  }

  /// Nearly every name is, and then nothing needs to be looked up.
  private static boolean isPlainAscii(String part) {
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      if (c <= ' ' || c > '~' || c == '/' || c == '%') {
        return false;
      }
    }
    return true;
  }

  static String decode(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
    for (int at = 0; at < part.length(); ) {
      int point = part.codePointAt(at);
      if (point != '%') {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point);
        continue;
      }
      int high = at + 2 < part.length() ? Character.digit(part.charAt(at + 1), 16) : -1;
      int low = at + 2 < part.length() ? Character.digit(part.charAt(at + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("'" + part + "' has a % that starts no %XX");
      }
      bytes.write((high << 4) | low);
      at += 3;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isPlain(int point) {
    return point != '/'
        && point != '%'
        && !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && !Character.isISOControl(point)
        && Character.getType(point) != Character.FORMAT
        && Character.getType(point) != Character.SURROGATE;
  }
}
