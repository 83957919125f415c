package io.kubilitics.source.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// Text in UTF-8, as it was read: it may still turn out to be none. Owned by one piece; not to be
/// changed once the piece is cut.
final class Bytes {
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final long offset;

  Bytes(byte[] bytes) {
    this(bytes, -1);
  }

  /// A part of a file.
  ///
  /// @param offset in the file's text in UTF-8
  Bytes(byte[] bytes, long offset) {
    this.bytes = bytes;
    this.offset = offset;
  }

  /// Where in the text of its file it begins, in bytes of UTF-8; negative when it is no part of it.
  long offset() {
    return offset;
  }

  int size() {
    return bytes.length;
  }

  /// Not a copy.
  byte[] array() {
    return bytes;
  }

  boolean holdsNul() {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /// The text, with a replacement character for what is no UTF-8.
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Where the first sequence begins that is no UTF-8.
  OptionalInt firstMalformed(String text) {
    if (text.indexOf(REPLACEMENT) < 0) {
      return OptionalInt.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in);
      return OptionalInt.empty();
    } catch (CharacterCodingException e) {
      return OptionalInt.of(in.position());
    }
  }

  /// How many line breaks stand before a position.
  int linesBefore(int position) {
    int lines = 0;
    for (int at = 0; at < position; at++) {
      boolean pair = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
      if (bytes[at] == '\n' || (bytes[at] == '\r' && !pair)) {
        lines++;
      }
    }
    return lines;
  }
}
