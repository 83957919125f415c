package io.kubilitics.layout.slot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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

  /// Writes a list. What has a key that is no text or too long is left out.
  <T> void entries(SortedMap<String, T> entries, BiConsumer<SlotWriter, T> value) {
    List<byte[]> keys = new ArrayList<>();
    List<T> values = new ArrayList<>();
    entries.forEach((key, each) -> {
      byte[] bytes = utf8(key);
      if (bytes != null) {
        keys.add(bytes);
        values.add(each);
      }
    });
    number(keys.size());
    byte[] before = {};
    for (int at = 0; at < keys.size(); at++) {
      byte[] key = keys.get(at);
      keyBytes += key.length;
      if (keyBytes > MOST_KEY_BYTES) {
        throw new IllegalArgumentException("too many keys");
      }
      int mismatch = Arrays.mismatch(before, key);
      int shared = mismatch < 0 ? key.length : mismatch;
      number(shared);
      number(key.length - shared);
      out.write(key, shared, key.length - shared);
      value.accept(this, values.get(at));
      before = key;
    }
  }

  /// Null for what is no text or too long.
  private static byte @Nullable [] utf8(String key) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(key));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes.length > LONGEST_KEY ? null : bytes;
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
