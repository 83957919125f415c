package io.kubilitics.check;

import java.util.Locale;

/// Whether a set of objects is all there is.
public enum WorldMode {
  /// The set is a part: what is not in it may be elsewhere.
  OPEN,
  /// The set is everything.
  CLOSED;

  /// As on the command line.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
