package io.kubilitics.jlink.probe;

/// One library used in earnest.
interface Touch {
  /// What is touched: `Batik`.
  default String name() {
    return getClass().getSimpleName().replace("Touch", "");
  }

  /// What it made of it, for the reader; throws when it is not what was expected.
  String run() throws Exception;

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
