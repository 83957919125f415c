package io.kubilitics.fuzz;

/// What a target holds its subject to.
final class Promise {
  private Promise() {}

  static void holds(boolean kept, String format, Object... parts) {
    if (!kept) {
      throw new AssertionError(format.formatted(parts));
    }
  }

  static void hasWords(Throwable refusal) {
    String message = refusal.getMessage();
    if (message == null || message.isBlank()) {
      throw new AssertionError("a refusal without words", refusal);
    }
  }
}
