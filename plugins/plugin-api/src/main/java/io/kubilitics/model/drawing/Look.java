package io.kubilitics.model.drawing;

import java.util.Locale;

/// The mark something carries: a silhouette each, never told by colour alone. From worst to best:
/// of several the first counts.
public enum Look {
  FAILED,
  DEGRADED,
  PROGRESSING,
  SUSPENDED,
  /// Referred to and not there.
  MISSING,
  UNKNOWN,
  /// Not readable: forbidden, or not asked for.
  LOCKED,
  /// Known, but from an older moment.
  STALE,
  /// Being deleted.
  LEAVING,
  /// Came to its end well.
  DONE,
  HEALTHY,
  /// Cannot be ill: has no mark.
  PLAIN;

  public Look worse(Look other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// As written in JSON.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
