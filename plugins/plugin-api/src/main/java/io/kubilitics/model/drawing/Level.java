package io.kubilitics.model.drawing;

/// How much of the map is told. The rectangles are the same at all levels; what is inside them
/// differs.
public enum Level {
  /// Namespaces are tiles.
  NAMESPACES(8),
  /// Apps are tiles.
  APPS(4),
  /// Cards of one line, Pods as blocks without text.
  CARDS(2),
  /// Everything.
  DETAIL(1);

  private final int divisor;

  Level(int divisor) {
    this.divisor = divisor;
  }

  /// How many map units are one pixel when this level is painted at its own scale: texts are cut
  /// for that, and exports paint at it.
  public int divisor() {
    return divisor;
  }

  /// 0 to 3, as written in requests and answers.
  public int number() {
    return switch (this) {
      case NAMESPACES -> 0;
      case APPS -> 1;
      case CARDS -> 2;
      case DETAIL -> 3;
    };
  }
}
