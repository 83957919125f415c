package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FakeApiServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own, as shells start it.
@Timeout(300)
class ProcessTest {
  private static final Pattern READY =
      Pattern.compile(
          "Kubilitics is ready: (?<address>http://127.0.0.1:\\d+/)#token=(?<token>\\S+)");

  @TempDir private Path folder;

  @Test
  void aReaderWhoHasEnoughEndsItQuietly() throws IOException, InterruptedException {
    Process process = start("graph", "demo:5000", "-o", "json");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith("{\"apiVersion\"");
    }

    assertThat(errors(process)).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void textIsUtf8WhateverTheLocale() throws IOException, InterruptedException {
    Shop.write(
        folder.resolve("pod.yaml"),
        "{apiVersion: v1, kind: Pod, metadata: {name: grüße, namespace: 日本}, spec: {nodeName: œ}}");

    Process process = start("graph", folder.toString(), "-o", "table");

    assertThat(text(process.getInputStream())).contains("Pod/日本/grüße", "→ Node/œ");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theExitCodeReachesTheShell() throws IOException, InterruptedException {
    Process process = start("graph", "nowhere");

    assertThat(errors(process)).isEqualTo("kubilitics graph: nowhere: no such file or folder\n");
    assertThat(process.waitFor()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void stdinIsASource() throws IOException, InterruptedException {
    Process process = start("graph", "-", "-o", "table");
    process.getOutputStream().write(Shop.CART.getBytes(UTF_8));
    process.getOutputStream().close();

    assertThat(text(process.getInputStream())).contains("Deployment.apps/shop/cart");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void anInterruptEndsAReadingThatWaits() throws IOException, InterruptedException {
    Process process = start("graph", "-");
    Thread.sleep(1_500);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(text(process.getInputStream()) + errors(process)).isEmpty();
  }

  @Test
  void aCredentialPluginEndsWithTheProgram() throws Exception {
    Path mark = folder.resolve("mark");
    Path login = folder.resolve("login");
    Files.writeString(login, "#!/bin/sh\necho $$ > mark.new\nmv mark.new mark\nexec sleep 600\n");
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rwx------"));
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]
            users:
            - name: u
              user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never,
                command: %s}}
            contexts: [{name: x, context: {cluster: c, user: u}}]
            """
                .formatted(login));
    Process process =
        start(
            "graph",
            "--context",
            "x",
            "--kubeconfig",
            config.toString(),
            "--allow-plugin",
            login.toString());
    while (!Files.exists(mark)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(50);
    }

    process.toHandle().destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    long plugin = Long.parseLong(Files.readString(mark).strip());
    // One that has ended and that nobody has asked for yet is still there, but runs nothing.
    Eventually.holds(() ->
        assertThat(ProcessHandle.of(plugin).flatMap(left -> left.info().command())).isEmpty());
  }

  @Test
  void graphLoadsNeitherTheServerNorTheClient() throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    List<String> command = command();
    command.add(1, "-Xlog:class+load:file=" + classes);
    command.addAll(List.of("graph", Shop.in(folder.resolve("shop")).toString()));

    Process process = new ProcessBuilder(command).start();
    text(process.getInputStream());

    assertThat(process.waitFor()).isZero();
    assertThat(Files.readAllLines(classes))
        .anyMatch(line -> line.contains("io.kubilitics.cli.GraphCommand"))
        .noneMatch(line ->
            line.contains(" io.javalin")
                || line.contains(" org.eclipse")
                || line.contains(" io.fabric8")
                || line.contains(" io.smallrye")
                || line.contains(" com.fasterxml.jackson.databind"));
  }

  @Test
  void serveSaysWhereItIsNamesItsClustersAndEndsWhenItIsTold()
      throws IOException, InterruptedException {
    Path shop = Shop.in(folder.resolve("shop"));
    Process process = start("serve", "demo:100", shop.toString(), shop.toString());
    try (BufferedReader out = process.inputReader(UTF_8)) {
      Matcher ready = READY.matcher(String.valueOf(out.readLine()));
      assertThat(ready.matches()).isTrue();

      String clusters = get(ready.group("address") + "api/v1/clusters", ready.group("token"));

      assertThat(clusters)
          .contains("\"name\":\"demo\"", "\"name\":\"shop\"", "\"name\":\"shop-2\"");
      process.toHandle().destroy(); // unlike Process.destroy it leaves the pipes open
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(out.readLine()).isNull();
    }
  }

  @Test
  void serveWithoutASourceShowsTheDemoAndSaysSo() throws IOException, InterruptedException {
    Process process = start("serve");
    try (BufferedReader out = process.inputReader(UTF_8);
        BufferedReader err = process.errorReader(UTF_8)) {
      assertThat(err.readLine())
          .isEqualTo("kubilitics serve: no source given, so this is the demo");
      assertThat(out.readLine()).matches(READY);
      process.toHandle().destroy(); // unlike Process.destroy it leaves the pipes open
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void serveWithoutASourceOpensTheCurrentContextAndNoOther()
      throws IOException, InterruptedException {
    Path config = Files.createDirectories(folder.resolve(".kube")).resolve("config");
    try (FakeApiServer server = FakeApiServer.start()) {
      server.kubeconfig(
          config, server.url(), Map.of("b-other", FakeApiServer.TOKEN, "a", FakeApiServer.TOKEN));
      Process process = start("serve");
      try (BufferedReader out = process.inputReader(UTF_8)) {
        Matcher ready = READY.matcher(String.valueOf(out.readLine()));
        assertThat(ready.matches()).isTrue();
        String clusters = ready.group("address") + "api/v1/clusters";

        awaitText(clusters, ready.group("token"), "v1.");
        assertThat(get(clusters, ready.group("token")))
            .contains("\"name\":\"a\"", "\"name\":\"b-other\"")
            .doesNotContain("demo");
        Files.writeString(
            config,
            Files.readString(config).replace("name: b-other\n  context", "name: c\n  context"));
        awaitText(clusters, ready.group("token"), "\"name\":\"c\"");

        process.toHandle().destroy(); // unlike Process.destroy it leaves the pipes open
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void aContextThatDoesNotAnswerStopsNoServer() throws IOException, InterruptedException {
    Path config = Files.createDirectories(folder.resolve(".kube")).resolve("config");
    try (FakeApiServer server = FakeApiServer.start()) {
      server.kubeconfig(config);
    }
    Process process = start("serve");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      Matcher ready = READY.matcher(String.valueOf(out.readLine()));
      assertThat(ready.matches()).isTrue();

      awaitText(ready.group("address") + "api/v1/clusters", ready.group("token"), "unreachable");
      assertThat(process.isAlive()).isTrue();
      process.toHandle().destroy(); // unlike Process.destroy it leaves the pipes open
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  /// Asks until the answer holds a text; the limit is that of the test.
  private static void awaitText(String address, String token, String text)
      throws IOException, InterruptedException {
    while (!get(address, token).contains(text)) {
      Thread.sleep(100);
    }
  }

  /// Asks until the server, which opens its port first, has everything else as well.
  private static String get(String address, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        HttpResponse<String> answer =
            client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 503) {
          return answer.body();
        }
        Thread.sleep(100);
      }
    }
  }

  private Process start(String... args) throws IOException {
    List<String> command = command();
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("HOME", folder.toString());
    builder.environment().keySet().removeAll(List.of("KUBECONFIG", "XDG_CONFIG_HOME"));
    return builder.start();
  }

  private static List<String> command() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "io.kubilitics.Main"));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), UTF_8);
  }

  private static String errors(Process process) throws IOException {
    return text(process.getErrorStream());
  }
}
