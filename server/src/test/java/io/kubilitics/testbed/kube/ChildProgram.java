package io.kubilitics.testbed.kube;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that runs as long as we want and no longer than we do: a shell holds it and ends it
/// when the pipe to us breaks, however we ended.
final class ChildProgram implements AutoCloseable {
  /// Waits for the program beside a reader of the pipe, each of which ends the other. What ends a
  /// whole group of processes must not end these two before the program.
  private static final String LEASH =
      """
      trap '' HUP INT TERM
      exec 3<&0
      "$@" </dev/null 3<&- &
      program=$!
      { read -r _ <&3; kill -9 $program; } 2>/dev/null &
      reader=$!
      wait $program
      code=$?
      kill -9 $reader 2>/dev/null
      wait $reader
      exit $code
      """;

  private static final int SECONDS_TO_END = 10;

  private final String name;
  private final Path log;
  private final Process shell;

  private ChildProgram(String name, Path log, Process shell) {
    this.name = name;
    this.log = log;
    this.shell = shell;
  }

  /// @param log all that it says is added to this file
  static ChildProgram start(Path program, Path folder, Path log, List<String> arguments)
      throws IOException {
    List<String> leashed = new ArrayList<>(List.of("sh", "-c", LEASH, "sh", program.toString()));
    leashed.addAll(arguments);
    Process shell =
        new ProcessBuilder(leashed)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new ChildProgram(program.toString(), log, shell);
  }

  /// @throws IOException with its last words when it has ended by itself
  void requireAlive() throws IOException {
    if (!shell.isAlive()) {
      throw new IOException(
          name + " ended with " + shell.exitValue() + ":\n" + Programs.lastWords(log));
    }
  }

  /// What runs on the leash.
  List<ProcessHandle> handles() {
    return shell.descendants().toList();
  }

  /// Kills it, and returns when it is gone. Nothing here has anything to lose, and a kube-apiserver
  /// that is asked politely waits a minute for those who watch.
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
    } catch (IOException _) {
      // The shell is gone already.
    }
    try {
      if (shell.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    handles().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
