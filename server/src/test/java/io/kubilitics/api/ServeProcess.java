package io.kubilitics.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of the test sources, running as a process of its own.
///
/// @param out what it prints on stdout
record ServeProcess(Process process, BufferedReader out, Path err) implements AutoCloseable {
  static ServeProcess start(Class<?> program, Path directory, String... options)
      throws IOException {
    Path err = directory.resolve(program.getSimpleName() + "-" + System.nanoTime() + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command(program, List.of(options))).redirectError(err.toFile());
    builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
    builder.environment().put("TEST_DIRECTORY", directory.toString());
    Process process = builder.start();
    return new ServeProcess(process, process.inputReader(StandardCharsets.UTF_8), err);
  }

  static List<String> command(Class<?> program, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(options);
    return command;
  }

  void say(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /// Waits for the end.
  ///
  /// @return the exit code; -1 when it goes on for longer than this
  int ended(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
