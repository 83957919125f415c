package io.kubilitics.jlink.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One start of a server: the time from exec to the first 200 on `/livez`, and what the idle
/// process then holds in memory.
///
/// @param memory resident set in MiB, `NaN` where the system does not tell
record Start(double seconds, double memory) {
  private static final Pattern READY = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Duration SETTLING = Duration.ofSeconds(2);

  static Start of(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String address =
          output
              .lines()
              .map(READY::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .findFirst()
              .orElseThrow(() -> new IOException("never ready: " + command));
      requireAlive(address);
      double seconds = (System.nanoTime() - begin) / 1e9;
      Thread.sleep(SETTLING);
      return new Start(seconds, residentMemory(process.pid()));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void requireAlive(String address) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(address + "/livez").toURL().openConnection();
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException("/livez says " + connection.getResponseCode());
    }
    connection.disconnect();
  }

  private static double residentMemory(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    Matcher resident = RESIDENT.matcher(Files.readString(status));
    return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN;
  }
}
