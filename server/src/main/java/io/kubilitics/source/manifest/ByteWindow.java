package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The part of an input that is being cut: everything from a mark to where the reader stands, and
/// some bytes ahead. Counts lines; `\n`, `\r\n` and a lone `\r` end one. One thread.
final class ByteWindow {
  private static final int CHUNK = 1 << 13;
  private static final int MOST_KEPT_WHEN_EMPTY = 1 << 20;

  static final int END = -1;

  private final InputStream in;
  private byte[] bytes = new byte[2 * CHUNK];
  private long dropped;
  private int start;
  private int at;
  private int end;
  private boolean ended;
  private int line = 1;
  private int startLine = 1;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /// The next byte, or [#END].
  int next() throws IOException {
    if (at == end && !fill(1)) {
      return END;
    }
    byte b = bytes[at++];
    if (b == '\n' || (b == '\r' && peek(0) != '\n')) {
      line++;
    }
    return b & 0xFF;
  }

  /// The byte that follows after so many others, or [#END].
  int peek(int ahead) throws IOException {
    int index = at + ahead;
    if (index < end) {
      return bytes[index] & 0xFF;
    }
    return fill(ahead + 1) ? bytes[at + ahead] & 0xFF : END;
  }

  void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  /// To the first byte of the next line.
  void skipLine() throws IOException {
    int from = line;
    while (line == from && next() != END) {
      // what a line holds is of no interest here
    }
  }

  /// Puts the mark where the reader stands; what was before is gone.
  void mark() {
    start = at;
    startLine = line;
  }

  /// The line of the mark.
  int markLine() {
    return startLine;
  }

  /// The line of the next byte.
  int line() {
    return line;
  }

  /// How many bytes lie between the mark and the next byte.
  int size() {
    return at - start;
  }

  /// A byte behind the mark.
  int byteAt(int offset) {
    return bytes[start + offset] & 0xFF;
  }

  /// A copy of so many bytes behind the mark.
  byte[] copy(int size) {
    return Arrays.copyOfRange(bytes, start, start + size);
  }

  byte[] copy() {
    return copy(size());
  }

  /// Where the mark is in the input.
  long offset() {
    return dropped + start;
  }

  /// Goes back to a place behind the mark.
  void rewind(int offset, int lineThere) {
    at = start + offset;
    line = lineThere;
  }

  private boolean fill(int wanted) throws IOException {
    while (end - at < wanted && !ended) {
      makeRoom();
      int count = in.read(bytes, end, bytes.length - end);
      ended = count < 0;
      end += Math.max(0, count);
    }
    return end - at >= wanted;
  }

  private void makeRoom() {
    if (bytes.length - end >= CHUNK) {
      return;
    }
    int kept = end - start;
    boolean shrinks = bytes.length > MOST_KEPT_WHEN_EMPTY && kept < MOST_KEPT_WHEN_EMPTY / 2;
    byte[] target = bytes;
    if (shrinks) {
      target = new byte[MOST_KEPT_WHEN_EMPTY];
    } else if (kept + 2 * CHUNK > bytes.length) {
      target = new byte[bytes.length * 2];
    }
    System.arraycopy(bytes, start, target, 0, kept);
    bytes = target;
    dropped += start;
    at -= start;
    end = kept;
    start = 0;
  }
}
