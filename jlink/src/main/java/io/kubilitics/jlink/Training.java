package io.kubilitics.jlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run of the product that is watched by the Java machine, which then writes down the classes it
/// loaded, linked and warmed up: the AOT cache. Later runs begin where this one was.
///
/// It uses what a first minute uses. What is not used here still works later, only not as fast.
final class Training {
  private static final Pattern READY = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/#token=(.*)");
  private static final List<String> COMMAND = List.of("serve", "demo:200", "--port", "0");
  private static final List<String> VISITS =
      List.of(
          "/livez",
          "/readyz",
          "/api/v1/clusters",
          "/api/v1/clusters/demo/topology",
          "/api/v1/clusters/demo/export?format=svg&level=3",
          "/api/v1/clusters/demo/drawing?level=2");

  /// As in the launcher.
  private static final Set<String> MEANT_FOR_OTHERS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /// The port opens first; what is behind it follows.
  private static final int NOT_READY = HttpURLConnection.HTTP_UNAVAILABLE;

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Training() {}

  /// One cache serves both sets of options, so it is trained with those of the desktop, where a
  /// start is waited for.
  static void of(RuntimeImage image) throws IOException, InterruptedException {
    Path log = image.folder().resolveSibling("training.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            image.command("desktop", List.of("-XX:AOTCacheOutput=" + image.aotCache()), COMMAND));
    builder.environment().keySet().removeAll(MEANT_FOR_OTHERS);
    builder.redirectError(log.toFile());
    Process server = builder.start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      Matcher ready =
          output
              .lines()
              .map(READY::matcher)
              .filter(Matcher::find)
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("the server was never ready, see " + log));
      visit(ready.group(1), ready.group(2));
      // Not the process's own destroy(): that closes the output, which is read to its end below.
      server.toHandle().destroy();
      output.lines().forEach(_ -> {});
      server.waitFor();
    } finally {
      server.destroyForcibly();
    }
    if (!Files.exists(image.aotCache())) {
      throw new IllegalStateException("the training run left no AOT cache");
    }
  }

  private static void visit(String address, String token) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Instant deadline = Instant.now().plus(PATIENCE);
      for (String path : VISITS) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        while (status == NOT_READY && Instant.now().isBefore(deadline)) {
          Thread.sleep(PAUSE);
          status = client.send(request, BodyHandlers.discarding()).statusCode();
        }
        if (status != HttpURLConnection.HTTP_OK) {
          throw new IllegalStateException(path + " answers " + status);
        }
      }
    }
  }
}
