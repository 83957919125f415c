package io.kubilitics.cli;

import java.util.concurrent.atomic.AtomicInteger;

/// Who has the last line of the terminal: a question that waits for its answer before all that
/// merely tells how things go. Any thread.
final class Foreground {
  private final AtomicInteger questions = new AtomicInteger();

  /// Has the line until it is closed.
  interface Question extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes the line.
  Question ask() {
    questions.incrementAndGet();
    return questions::decrementAndGet;
  }

  boolean isFree() {
    return questions.get() == 0;
  }
}
