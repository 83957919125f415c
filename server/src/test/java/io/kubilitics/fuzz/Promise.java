package io.kubilitics.fuzz;

import java.util.function.Supplier;

/// What a target holds its subject to.
final class Promise {
  private Promise() {}

  static void holds(boolean kept, Supplier<String> broken) {
    if (!kept) {
      throw new AssertionError(broken.get());
    }
  }

  static void hasWords(Throwable refusal) {
    String message = refusal.getMessage();
    if (message == null || message.isBlank()) {
      throw new AssertionError("a refusal without words", refusal);
    }
  }
}
