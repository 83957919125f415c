package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.JsonTokens;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One JSON value as it came, in octets that are overwritten by the next piece; of a value that is
/// too large the beginning.
final class Piece {
  private final byte[] octets;
  private final int length;
  private final long size;

  Piece(byte[] octets, int length, long size) {
    this.octets = octets;
    this.length = length;
    this.size = size;
  }

  /// Octets of the whole value.
  long size() {
    return size;
  }

  boolean isWhole() {
    return length == size;
  }

  /// The tokens of what is there; to be closed.
  JsonTokens tokens() {
    return JsonTokens.of(octets, 0, length);
  }

  /// The octets that are there.
  InputStream stream() {
    return new ByteArrayInputStream(octets, 0, length);
  }

  /// The text of a value that is a text without escapes, `""` for anything else.
  String text() {
    return length < 2 || octets[0] != '"' || !isWhole()
        ? ""
        : new String(octets, 1, length - 2, StandardCharsets.UTF_8);
  }

  /// The same with octets of its own.
  Piece copy() {
    return new Piece(Arrays.copyOf(octets, length), length, size);
  }
}
