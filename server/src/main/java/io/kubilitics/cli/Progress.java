package io.kubilitics.cli;

import java.time.Duration;
import java.util.function.Supplier;

/// One line on a person's terminal that says how far a long reading is. It comes after a second,
/// waits while something is asked, and goes without a trace; nobody else sees it.
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BEAT = Duration.ofMillis(200);
  private static final String CLEAR = "\r\u001b[K";

  private final Thread thread;

  /// Whoever ends the program finds the terminal as it was.
  private final Thread atTheEnd = Thread.ofPlatform().name("progress-end").unstarted(this::end);

  private boolean shown;

  private Progress(Shell shell, Supplier<String> line) {
    thread =
        Thread.ofPlatform()
            .name("progress")
            .daemon()
            .unstarted(() -> {
              try {
                Thread.sleep(PATIENCE);
                while (true) {
                  show(shell, line.get());
                  Thread.sleep(BEAT);
                }
              } catch (InterruptedException _) {
                clear(shell);
              }
            });
  }

  /// Begins to wait.
  ///
  /// @param line what is being done, and how far it is
  static Progress of(Shell shell, Supplier<String> line) {
    Progress progress = new Progress(shell, line);
    if (shell.errIsTerminal()) {
      progress.thread.start();
      Runtime.getRuntime().addShutdownHook(progress.atTheEnd);
    }
    return progress;
  }

  private void show(Shell shell, String line) {
    if (shell.foreground().isFree()) {
      shell.err().print(CLEAR + line);
      shell.err().flush();
      shown = true;
    }
  }

  private void clear(Shell shell) {
    if (shown && shell.foreground().isFree()) {
      shell.err().print(CLEAR);
      shell.err().flush();
    }
  }

  /// Takes the line away.
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException _) {
      // The program ends.
    }
  }

  private void end() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
