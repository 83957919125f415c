package io.kubilitics.layout.slot;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads what [SlotWriter] wrote, and trusts none of it: each read throws an
/// `IllegalArgumentException` when the bytes end, a number is above its limit, or keys are not in
/// order. Makes no room before the bytes for it are there. For one thread.
final class SlotReader {
  private final ByteBuffer in;
  private long keyBytes;

  SlotReader(ByteBuffer in) {
    this.in = in;
  }

  long number(long most) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      long next = next();
      number |= (next & 0x7f) << shift;
      if (next <= 0x7f) {
        if (number < 0 || number > most || (next << shift) >>> shift != next) {
          throw new IllegalArgumentException("a number is out of range");
        }
        return number;
      }
    }
    throw new IllegalArgumentException("a number is out of range");
  }

  int integer(int most) {
    return Math.toIntExact(number(most));
  }

  <T> SortedMap<String, T> entries(Function<SlotReader, T> value) {
    int count = integer(Integer.MAX_VALUE);
    SortedMap<String, T> entries = new TreeMap<>();
    byte[] key = {};
    for (int number = 0; number < count; number++) {
      key = key(key);
      String text = text(key);
      if (!entries.isEmpty() && entries.lastKey().compareTo(text) >= 0) {
        throw new IllegalArgumentException("keys are not in order at " + text);
      }
      entries.put(text, value.apply(this));
    }
    return entries;
  }

  void checkEnd() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("more follows after the end");
    }
  }

  private int next() {
    if (!in.hasRemaining()) {
      throw new IllegalArgumentException("the saved places end too early");
    }
    return in.get() & 0xff;
  }

  private byte[] key(byte[] before) {
    int shared = integer(before.length);
    int rest = integer(SlotWriter.LONGEST_KEY - shared);
    if (rest > in.remaining()) {
      throw new IllegalArgumentException("the saved places end too early");
    }
    keyBytes += shared + rest;
    if (keyBytes > SlotWriter.MOST_KEY_BYTES) {
      throw new IllegalArgumentException("too many keys");
    }
    byte[] key = Arrays.copyOf(before, shared + rest);
    in.get(key, shared, rest);
    return key;
  }

  private static String text(byte[] key) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
    } catch (CharacterCodingException refused) {
      throw new IllegalArgumentException("a key is no text", refused);
    }
  }
}
