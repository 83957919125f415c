package io.kubilitics.testbed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The product as a process of its own that serves one live cluster, with the options of the
/// desktop: the linked image when it is there, or else the classes this program runs from.
final class LiveProcess implements AutoCloseable {
  private static final Path IMAGE = Path.of("..", "jlink", "target", "image");
  private static final Path OPTIONS =
      Path.of("..", "jlink", "src", "main", "dist", "lib", "desktop.options");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final int port;

  private LiveProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Whether there is an image.
  static boolean isLinked() {
    return Files.isExecutable(IMAGE.resolve("bin/kubilitics"));
  }

  /// Returns when it has said where it listens.
  static LiveProcess start(Path kubeconfig, String context) throws IOException {
    List<String> command = new ArrayList<>();
    if (isLinked()) {
      command.add(IMAGE.resolve("bin/kubilitics").toString());
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("@" + OPTIONS);
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.kubilitics.Main"));
    }
    command.addAll(
        List.of(
            "serve",
            "--kubeconfig=" + kubeconfig,
            "--context=" + context,
            "--port=0",
            "--insecure-no-auth"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Map.of("KUBILITICS_JAVA_OPTIONS", "@" + IMAGE.resolve("lib/desktop.options")));
    Process process = builder.start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new LiveProcess(process, Integer.parseInt(address.group(1)));
      }
    }
    process.destroyForcibly();
    throw new IOException("the product did not say where it listens");
  }

  int port() {
    return port;
  }

  /// Returns when the cluster is complete.
  void awaitReady(HttpClient http) throws IOException, InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz")).build();
    while (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      if (!process.isAlive()) {
        throw new IOException("the product has ended with " + process.exitValue());
      }
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  /// Its resident memory in MiB, where the system tells.
  OptionalDouble memory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalDouble.empty();
    }
    return Files.readAllLines(status, UTF_8).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
