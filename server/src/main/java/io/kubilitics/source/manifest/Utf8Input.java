package io.kubilitics.source.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Bytes of a file as UTF-8 without a byte order mark. A file without a mark is passed on as it is;
/// one with the mark of UTF-16 or UTF-32 is converted on the way. Whoever opened it closes it.
final class Utf8Input {
  private static final int LONGEST_MARK = 4;

  private Utf8Input() {}

  static InputStream of(InputStream file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, LONGEST_MARK);
    byte[] head = in.readNBytes(LONGEST_MARK);
    int length = head.length;
    Charset charset = charset(head);
    int mark = markLength(head, charset);
    in.unread(head, mark, length - mark);
    return charset == null || charset.equals(StandardCharsets.UTF_8) ? in : converted(in, charset);
  }

  private static @Nullable Charset charset(byte[] head) {
    int first = at(head, 0) << 8 | at(head, 1);
    int second = at(head, 2) << 8 | at(head, 3);
    if (first == 0xFEFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xFFFE) {
      return second == 0 && head.length == LONGEST_MARK
          ? StandardCharsets.UTF_32LE
          : StandardCharsets.UTF_16LE;
    }
    if (first == 0 && second == 0xFEFF) {
      return StandardCharsets.UTF_32BE;
    }
    return first == 0xEFBB && second >> 8 == 0xBF ? StandardCharsets.UTF_8 : null;
  }

  private static int markLength(byte[] head, @Nullable Charset charset) {
    if (charset == null) {
      return 0;
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      return 3;
    }
    boolean wide =
        charset.equals(StandardCharsets.UTF_32BE) || charset.equals(StandardCharsets.UTF_32LE);
    return Math.min(head.length, wide ? 4 : 2);
  }

  private static int at(byte[] head, int index) {
    return index < head.length ? head[index] & 0xFF : 0x100;
  }

  private static InputStream converted(InputStream in, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new Converted(new BufferedReader(new InputStreamReader(in, decoder)));
  }

  /// Characters as UTF-8. A sequence that is none of the file's encoding ends it with a
  /// `CharacterCodingException`.
  private static final class Converted extends ChunkedInput {
    private static final int CHUNK = 8192;

    private final BufferedReader characters;

    Converted(BufferedReader characters) {
      this.characters = characters;
    }

    @Override
    @Nullable Bytes next() throws IOException {
      CharBuffer chunk = CharBuffer.allocate(CHUNK + 1);
      chunk.limit(CHUNK);
      if (characters.read(chunk) < 0) {
        return null;
      }
      if (Character.isHighSurrogate(chunk.get(chunk.position() - 1))) {
        chunk.limit(chunk.position() + 1);
        int low = characters.read();
        if (low >= 0) {
          chunk.put((char) low);
        }
      }
      String text = new String(chunk.array(), 0, chunk.position());
      return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      characters.close();
    }
  }
}
