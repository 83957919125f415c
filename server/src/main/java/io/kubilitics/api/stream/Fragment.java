package io.kubilitics.api.stream;

/// A piece with its size.
///
/// @param bytes in UTF-8
record Fragment(Piece piece, int bytes) {
  static Fragment of(Piece piece) {
    return new Fragment(piece, utf8(piece.json()));
  }

  /// How many bytes a text has in UTF-8.
  static int utf8(String text) {
    int bytes = text.length();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        bytes += 2;
      } else if (c >= 0x80) {
        bytes += 1; // half of the four bytes that a pair of surrogates has
      }
    }
    return bytes;
  }
}
