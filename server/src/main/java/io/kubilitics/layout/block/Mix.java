package io.kubilitics.layout.block;

/// Turns numbers into numbers that look random, always the same ones.
final class Mix {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Mix() {}

  /// One number from two; their order matters.
  static long of(long one, long other) {
    return of(one * STEP + other);
  }

  /// The finalizer of SplitMix64 (Sebastiano Vigna, public domain): each bit of the value moves
  /// half of the bits of the result.
  private static long of(long value) {
    long mixed = value + STEP;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
