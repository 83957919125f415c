package io.kubilitics.model;

import java.util.Locale;

/// What is known of the far end of an edge, from good to worst.
public enum EdgeState {
  RESOLVED,
  /// The target's kind is not fully known there: not synced, forbidden, switched off.
  UNKNOWN,
  /// The target is there, but no grant covers the reference.
  DENIED,
  /// An object of that name is there, but it is another one (other uid).
  STALE,
  /// The target is not there.
  MISSING;

  public EdgeState worse(EdgeState other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// As written in JSON.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
