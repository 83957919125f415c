package io.kubilitics.source.cluster.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the outer levels of a JSON stream in UTF-8 and cuts out values as octets by counting their
/// brackets. What is inside a value is for a parser of its own, so that a broken or huge one takes
/// no other with it. One thread.
final class JsonCursor {
  /// Hundreds of watches wait at the same time, lists are few.
  private static final int BUFFER_OF_LINES = 8 << 10;

  private static final int BUFFER = 64 << 10;
  private static final int SMALLEST_PIECE = 4 << 10;
  private static final int LARGEST_KEPT_PIECE = 64 << 10;
  private static final int LONGEST_NAME = 256;

  /// A value that does not end is an attack, or a misunderstanding.
  private static final long LONGEST_VALUE = 256L << 20;

  private final InputStream in;
  private final boolean isLines;
  private final byte[] buffer;
  private int at;
  private int end;

  private byte[] piece = new byte[SMALLEST_PIECE];
  private int kept;
  private long size;

  /// Reads from a stream.
  ///
  /// @param isLines whether each value of the stream has a line of its own, so that no text in it
  ///   may hold a line break: what lost its end is noticed then at the next line
  JsonCursor(InputStream in, boolean isLines) {
    this.in = in;
    this.isLines = isLines;
    buffer = new byte[isLines ? BUFFER_OF_LINES : BUFFER];
  }

  /// The next octet that is no white space, which stays the next one; -1 at the end.
  int peek() throws IOException {
    while (true) {
      while (at < end) {
        byte octet = buffer[at];
        if (octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
          return octet & 0xFF;
        }
        at++;
      }
      if (!fill()) {
        return -1;
      }
    }
  }

  /// Goes over one octet.
  void expect(char octet) throws IOException {
    int found = peek();
    if (found != octet) {
      throw unexpected(found);
    }
    at++;
  }

  /// Goes to the value of the next field.
  ///
  /// @return its name as written, or null behind the end of the object
  @Nullable String field() throws IOException {
    if (peek() == ',') {
      at++;
    }
    if (peek() == '}') {
      at++;
      return null;
    }
    if (peek() != '"') {
      throw unexpected(peek());
    }
    Piece name = value(LONGEST_NAME);
    if (!name.isWhole()) {
      throw new GarbledStreamException("a name of " + name.size() + " octets");
    }
    String text = name.text();
    expect(':');
    return text;
  }

  /// Goes to the next element of a list; false behind its end.
  boolean element() throws IOException {
    if (peek() == ',') {
      at++;
    }
    if (peek() == ']') {
      at++;
      return false;
    }
    return true;
  }

  /// Cuts out the next value.
  ///
  /// @param most octets to keep; of more only the beginning is kept
  Piece value(int most) throws IOException {
    int first = peek();
    kept = 0;
    size = 0;
    if (piece.length > LARGEST_KEPT_PIECE) {
      piece = new byte[SMALLEST_PIECE];
    }
    switch (first) {
      case '{', '[', '"' -> structure(most);
      case -1, ',', ':', '}', ']' -> throw unexpected(first);
      default -> scalar(most);
    }
    return new Piece(piece, kept, size);
  }

  void skip() throws IOException {
    Piece _ = value(0);
  }

  private void structure(int most) throws IOException {
    int depth = 0;
    boolean inText = false;
    boolean isEscaped = false;
    while (true) {
      int from = at;
      while (at < end) {
        byte octet = buffer[at++];
        if (inText) {
          if (isEscaped) {
            isEscaped = false;
          } else if (octet == '\\') {
            isEscaped = true;
          } else if (octet == '"') {
            inText = false;
          } else if (octet == '\n' && isLines) {
            throw new GarbledStreamException("a line ends in the middle of a text");
          }
        } else {
          switch (octet) {
            case '"' -> inText = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
          }
        }
        if (depth <= 0 && !inText) {
          keep(from, most);
          return;
        }
      }
      keep(from, most);
      if (!fill()) {
        throw endsInTheMiddle();
      }
    }
  }

  private void scalar(int most) throws IOException {
    while (true) {
      int from = at;
      while (at < end) {
        byte octet = buffer[at];
        if (octet == ',' || octet == '}' || octet == ']' || (octet >= 0 && octet <= ' ')) {
          keep(from, most);
          return;
        }
        at++;
      }
      keep(from, most);
      if (!fill()) {
        return;
      }
    }
  }

  private void keep(int from, int most) throws GarbledStreamException {
    int count = at - from;
    size += count;
    if (size > LONGEST_VALUE) {
      throw new GarbledStreamException("a value that does not end");
    }
    int wanted = Math.min(count, most - kept);
    if (wanted <= 0) {
      return;
    }
    if (kept + wanted > piece.length) {
      piece = Arrays.copyOf(piece, Math.max(kept + wanted, Math.min(most, piece.length * 2)));
    }
    System.arraycopy(buffer, from, piece, kept, wanted);
    kept += wanted;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    at = 0;
    end = Math.max(0, count);
    return count > 0;
  }

  private static GarbledStreamException unexpected(int octet) {
    return octet < 0 ? endsInTheMiddle() : new GarbledStreamException("no JSON of an API server");
  }

  private static GarbledStreamException endsInTheMiddle() {
    return new GarbledStreamException("the answer ends in the middle");
  }
}
