package io.kubilitics.layout.text;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/// A text as what a reader takes for single characters: a letter with its marks, a flag, a family
/// of joined emoji. They are never cut in two.
final class Clusters {
  private final String text;

  /// Where each begins, and one past the last.
  private final int[] bounds;

  private final int count;

  private Clusters(String text, int[] bounds, int count) {
    this.text = text;
    this.bounds = bounds;
    this.count = count;
  }

  static Clusters of(String text) {
    int[] bounds = new int[text.length() + 1];
    if (isSimple(text)) {
      Arrays.setAll(bounds, at -> at);
      return new Clusters(text, bounds, text.length());
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    for (int at = characters.next(); at != BreakIterator.DONE; at = characters.next()) {
      bounds[++count] = at;
    }
    return new Clusters(text, bounds, count);
  }

  int count() {
    return count;
  }

  long width(int cluster, Advances advances) {
    long width = 0;
    for (int at = bounds[cluster]; at < bounds[cluster + 1]; ) {
      int codePoint = text.codePointAt(at);
      width += advances.of(codePoint);
      at += Character.charCount(codePoint);
    }
    return width;
  }

  String first(int clusters) {
    return text.substring(0, bounds[clusters]);
  }

  String last(int clusters) {
    return text.substring(bounds[count - clusters]);
  }

  /// Below the first combining mark every character stands alone.
  private static boolean isSimple(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x0300) {
        return false;
      }
    }
    return true;
  }
}
