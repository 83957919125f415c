package io.kubilitics.diff;

/// Which of two sides says what is compared.
public enum Scope {
  /// Both are whole: what only one has differs.
  ALL,
  /// Only what the left side sets; what the right side has beyond that is not its business.
  LEFT,
  /// Only what the right side sets.
  RIGHT;

  public String text() {
    return switch (this) {
      case ALL -> "all";
      case LEFT -> "left";
      case RIGHT -> "right";
    };
  }

  /// Whether it counts that the right side has something that the left does not have.
  boolean countsAdded() {
    return this != LEFT;
  }

  /// Whether it counts that the left side has something that the right does not have.
  boolean countsRemoved() {
    return this != RIGHT;
  }
}
