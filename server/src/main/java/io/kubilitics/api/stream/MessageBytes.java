package io.kubilitics.api.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A message in UTF-8 that is being put together from new words and from what was written before,
/// which is shared and not changed. Used by one thread.
final class MessageBytes {
  private final List<byte[]> pieces = new ArrayList<>();
  private int size;

  MessageBytes(String beginning) {
    add(beginning);
  }

  static byte[] of(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  void add(String words) {
    add(of(words));
  }

  void add(byte[] written) {
    pieces.add(written);
    size += written.length;
  }

  int size() {
    return size;
  }

  byte[] all() {
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
