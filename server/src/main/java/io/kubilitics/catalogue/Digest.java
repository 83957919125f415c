package io.kubilitics.catalogue;

import java.security.SecureRandom;

/// Hashes of values, 64 bits wide, the same whatever format and order of fields the value came in.
final class Digest {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  static final long NULL = 0x6E756C6CL;
  static final long TRUE = 0x74727565L;
  static final long FALSE = 0x66616C73L;

  private static final long NUMBER = 0x6E756D62L;
  private static final long MAP = 0x6D6170L;
  private static final long LIST = 0x6C697374L;

  private Digest() {}

  static long text(CharSequence text) {
    long hash = text.length();
    for (int at = 0; at < text.length(); at++) {
      hash = hash * FACTOR + text.charAt(at);
    }
    return mix(hash);
  }

  static long text(char[] text, int from, int length) {
    long hash = length;
    for (int at = from; at < from + length; at++) {
      hash = hash * FACTOR + text[at];
    }
    return mix(hash);
  }

  static long number(long text) {
    return mix(text ^ NUMBER);
  }

  /// What a field adds to its map: a sum does not depend on the order.
  static long field(String name, long value) {
    return mix(text(name) * FACTOR + value);
  }

  static long map(long sumOfFields) {
    return mix(sumOfFields + MAP);
  }

  static long list() {
    return LIST;
  }

  static long element(long list, long value) {
    return mix(list * FACTOR + value);
  }

  /// A hash from which a secret cannot be guessed: it depends on a key that this process forgets
  /// when it ends.
  static long secret(long value) {
    return mix(mix(value ^ Key.LOW) + Key.HIGH);
  }

  /// The finalizer of MurmurHash3 (Austin Appleby, public domain).
  private static long mix(long value) {
    long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }

  /// Drawn with the first secret, so that worlds without one do not wait for it.
  private static final class Key {
    static final long LOW;
    static final long HIGH;

    static {
      SecureRandom random = new SecureRandom();
      LOW = random.nextLong();
      HIGH = random.nextLong();
    }
  }
}
