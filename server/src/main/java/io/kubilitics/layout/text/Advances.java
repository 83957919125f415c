package io.kubilitics.layout.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Advance widths in 1/1000 em: of the bundled font where it has the character, else what
/// characters of that sort are at most in the fonts systems fall back to. Immutable.
final class Advances {
  private static final int TABLE_END = 0x2800;
  private static final int REPLACEMENT = 0xFFFD;

  static final Advances REGULAR = read(0);
  static final Advances MEDIUM = read(1);
  static final Advances SEMIBOLD = read(2);

  /// 0 where the font has no such character.
  private final short[] table;

  private Advances(short[] table) {
    this.table = table;
  }

  static Advances of(TextStyle.Weight weight) {
    return switch (weight) {
      case REGULAR -> REGULAR;
      case MEDIUM -> MEDIUM;
      case SEMIBOLD -> SEMIBOLD;
    };
  }

  int of(int codePoint) {
    if (codePoint < TABLE_END && table[codePoint] > 0) {
      return table[codePoint];
    }
    return ofItsSort(codePoint);
  }

  private static int ofItsSort(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.COMBINING_SPACING_MARK -> 600;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> 850;
      case Character.LOWERCASE_LETTER, Character.MODIFIER_LETTER -> 700;
      case Character.OTHER_LETTER -> isWide(codePoint) ? 1_000 : 700;
      case Character.DECIMAL_DIGIT_NUMBER -> isWide(codePoint) ? 1_000 : 700;
      default -> codePoint > Character.MAX_VALUE ? 1_400 : 1_000;
    };
  }

  /// Ideographs, kana, Hangul and full-width forms fill the em; so does what is beyond the first
  /// plane, where nothing better is known.
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x11FF)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
        || (codePoint >= 0xA960 && codePoint <= 0xA97F)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7FF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFF00 && codePoint <= REPLACEMENT)
        || codePoint > Character.MAX_VALUE;
  }

  /// Each line gives a code point and the widths of it and its followers, three each.
  private static Advances read(int column) {
    short[] table = new short[TABLE_END];
    try (InputStream file = Advances.class.getResourceAsStream("inter.advances");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          fill(table, line, column);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Advances(table);
  }

  private static void fill(short[] table, String line, int column) {
    int colon = line.indexOf(':');
    int codePoint = Integer.parseInt(line.substring(0, colon), 16);
    for (String widths : line.substring(colon + 1).split(",", -1)) {
      String[] byWeight = widths.strip().split(" ", -1);
      table[codePoint++] = Short.parseShort(byWeight[column]);
    }
  }
}
