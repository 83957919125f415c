package io.kubilitics.source.demo;

import java.util.List;

/// Seeded chance, the same on every machine: SplitMix64 (Steele, Lea, Flood: "Fast splittable
/// pseudorandom number generators", 2014). Dice for different purposes are thrown from the same
/// seed by naming the purpose, so that one more throw here moves nothing there. One thread.
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /// The letters of generated names in Kubernetes: no vowels, nothing that looks like another.
  private static final String SAFE_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, String... purpose) {
    return new Dice(hash(seed, purpose));
  }

  static Dice of(long seed, String purpose, long number) {
    return new Dice(mix(hash(seed, purpose) + GOLDEN_GAMMA * (number + 1)));
  }

  /// FNV-1a over the parts, then mixed.
  static long hash(long seed, String... parts) {
    long hash = FNV_OFFSET ^ mix(seed + GOLDEN_GAMMA);
    for (String part : parts) {
      for (int at = 0; at < part.length(); at++) {
        hash = (hash ^ part.charAt(at)) * FNV_PRIME;
      }
      hash = (hash ^ '/') * FNV_PRIME;
    }
    return mix(hash);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /// From 0 to `bound` - 1.
  int below(int bound) {
    return (int) Long.remainderUnsigned(bits(), bound);
  }

  /// Both ends included.
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /// The end of a generated name, as `x7k2q`.
  String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(SAFE_LETTERS.charAt(below(SAFE_LETTERS.length())));
    }
    return letters.toString();
  }

  /// Lower-case hexadecimal digits, as in a digest.
  String hex(int digits) {
    StringBuilder text = new StringBuilder(digits + 16);
    while (text.length() < digits) {
      String more = Long.toHexString(bits());
      text.repeat('0', 16 - more.length()).append(more);
    }
    text.setLength(digits);
    return text.toString();
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int at = 0; at < count; at++) {
      bytes[at] = (byte) bits();
    }
    return bytes;
  }
}
