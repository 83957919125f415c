package io.kubilitics.cli;

import java.util.Locale;

/// Numbers in sentences.
final class Counted {
  private Counted() {}

  /// `1,016 objects`, `1 object`.
  static String of(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
