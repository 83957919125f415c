package io.kubilitics.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/// One line on a person's terminal that says how far a long reading is. It comes after a second and
/// goes without a trace; nobody else sees it.
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BEAT = Duration.ofMillis(200);
  private static final String CLEAR = "\r\u001b[K";

  private final Thread thread;
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
                  show(shell.err(), line.get());
                  Thread.sleep(BEAT);
                }
              } catch (InterruptedException _) {
                clear(shell.err());
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
    }
    return progress;
  }

  private void show(PrintStream err, String line) {
    err.print(CLEAR + line);
    err.flush();
    shown = true;
  }

  private void clear(PrintStream err) {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }

  /// Takes the line away.
  @Override
  public void close() {
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
