package io.kubilitics.check;

/// Numbers in features.
final class Numbers {
  private static final int MOST_DIGITS = 9;

  private Numbers() {}

  /// The number, or -1 when the text is none that is 0 or more.
  static long whole(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return -1;
    }
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return -1;
      }
    }
    return Long.parseLong(text);
  }
}
