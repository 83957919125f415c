package io.kubilitics.layout.slot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/// Writes numbers that are not negative, seven bits a byte from the lowest, the highest bit set in
/// all but the last; and lists by key: how many, and for each how many bytes of UTF-8 its key
/// shares with the one before, how many follow, those, and its value. For one thread.
final class SlotWriter {
  /// The longest key, in bytes of UTF-8.
  static final int LONGEST_KEY = 4096;

  /// All keys of a file together, as they are in memory.
  static final int MOST_KEY_BYTES = 1 << 28;

  private long keyBytes;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void bytes(byte[] bytes) {
    out.writeBytes(bytes);
  }

  void number(long number) {
    long left = number;
    while (left > 0x7f) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  <T> void entries(SortedMap<String, T> entries, BiConsumer<SlotWriter, T> value) {
    number(entries.size());
    byte[] before = {};
    for (Map.Entry<String, T> entry : entries.entrySet()) {
      byte[] key = utf8(entry.getKey());
      keyBytes += key.length;
      if (keyBytes > MOST_KEY_BYTES) {
        throw new IllegalArgumentException("too many keys");
      }
      int mismatch = Arrays.mismatch(before, key);
      int shared = mismatch < 0 ? key.length : mismatch;
      number(shared);
      number(key.length - shared);
      out.write(key, shared, key.length - shared);
      value.accept(this, entry.getValue());
      before = key;
    }
  }

  private static byte[] utf8(String key) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(key));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      if (bytes.length > LONGEST_KEY) {
        throw new IllegalArgumentException("a key of " + bytes.length + " bytes is too long");
      }
      return bytes;
    } catch (CharacterCodingException refused) {
      throw new IllegalArgumentException("a key is no text", refused);
    }
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
