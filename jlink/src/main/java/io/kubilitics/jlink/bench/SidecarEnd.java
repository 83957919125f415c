package io.kubilitics.jlink.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.List;

/// One sidecar from its start to its end: the time from the end of its stdin, which stands for the
/// end of the program that started it, to its exit.
final class SidecarEnd {
  /// Any token will do; it is as long as the shortest that is taken.
  private static final String TOKEN = "b".repeat(43) + "\n";

  private SidecarEnd() {}

  /// In seconds.
  static double of(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      try (OutputStream starter = process.getOutputStream()) {
        starter.write(TOKEN.getBytes(UTF_8));
        starter.flush();
        if (output.readLine() == null) {
          throw new IOException("never ready: " + command);
        }
      }
      long begin = System.nanoTime();
      process.waitFor();
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      process.destroyForcibly();
    }
  }
}
