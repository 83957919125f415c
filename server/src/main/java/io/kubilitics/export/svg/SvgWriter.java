package io.kubilitics.export.svg;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Writes UTF-8 with what XML needs escaped. Failures to write come as [UncheckedIOException]. Not
/// to be shared by threads; whoever made the stream closes it, after [#flush].
final class SvgWriter {
  private static final int ROOM = 1 << 14;
  private static final int LONGEST = 16;
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int REPLACEMENT = 0xFFFD;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private int filled;

  SvgWriter(OutputStream out) {
    this.out = out;
  }

  /// Markup, as it is: ASCII, and no longer than a few lines.
  SvgWriter markup(String ascii) {
    int length = ascii.length();
    for (int from = 0; from < length; ) {
      int until = Math.min(length, from + ROOM - LONGEST);
      need(until - from);
      for (int at = from; at < until; at++) {
        buffer[filled++] = (byte) ascii.charAt(at);
      }
      from = until;
    }
    return this;
  }

  /// Text between tags or in an attribute with double quotes. What XML 1.0 cannot hold is replaced
  /// by what can be seen: controls by their pictures, broken characters by `�`.
  SvgWriter text(String text) {
    for (int at = 0; at < text.length(); at++) {
      need(LONGEST);
      char unit = text.charAt(at);
      if (unit >= ' '
          && unit < DELETE
          && unit != '&'
          && unit != '<'
          && unit != '>'
          && unit != '"') {
        buffer[filled++] = (byte) unit;
      } else {
        int codePoint = text.codePointAt(at);
        escape(codePoint);
        at += Character.charCount(codePoint) - 1;
      }
    }
    return this;
  }

  SvgWriter number(int number) {
    need(LONGEST);
    if (number < 0) {
      buffer[filled++] = '-';
    }
    digits(Math.abs((long) number));
    return this;
  }

  /// A number counted in halves: 3 is written as `1.5`.
  SvgWriter halves(int halves) {
    need(LONGEST);
    long size = Math.abs((long) halves);
    if (halves < 0) {
      buffer[filled++] = '-';
    }
    boolean odd = size % 2 == 1;
    if (size > 1 || !odd) {
      digits(size / 2);
    }
    if (odd) {
      buffer[filled++] = '.';
      buffer[filled++] = '5';
    }
    return this;
  }

  void flush() {
    try {
      out.write(buffer, 0, filled);
      out.flush();
      filled = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void digits(long number) {
    int count = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      count++;
    }
    long rest = number;
    for (int at = filled + count - 1; at >= filled; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    filled += count;
  }

  private void escape(int codePoint) {
    switch (codePoint) {
      case '&' -> markup("&amp;");
      case '<' -> markup("&lt;");
      case '>' -> markup("&gt;");
      case '"' -> markup("&quot;");
      default -> encode(held(codePoint));
    }
  }

  /// The production `Char` of XML 1.0, and no control character either.
  private static int held(int codePoint) {
    if (codePoint < ' ') {
      return CONTROL_PICTURES + codePoint;
    }
    boolean isNone =
        (codePoint >= DELETE && codePoint <= 0x9F)
            || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
            || (codePoint & 0xFFFE) == 0xFFFE;
    return isNone ? REPLACEMENT : codePoint;
  }

  private void encode(int codePoint) {
    if (codePoint < 0x80) {
      buffer[filled++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      buffer[filled++] = (byte) (0xC0 | (codePoint >> 6));
      buffer[filled++] = (byte) (0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
      buffer[filled++] = (byte) (0xE0 | (codePoint >> 12));
      buffer[filled++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
      buffer[filled++] = (byte) (0x80 | (codePoint & 0x3F));
    } else {
      buffer[filled++] = (byte) (0xF0 | (codePoint >> 18));
      buffer[filled++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
      buffer[filled++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
      buffer[filled++] = (byte) (0x80 | (codePoint & 0x3F));
    }
  }

  private void need(int bytes) {
    if (filled + bytes <= ROOM) {
      return;
    }
    try {
      out.write(buffer, 0, filled);
      filled = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
