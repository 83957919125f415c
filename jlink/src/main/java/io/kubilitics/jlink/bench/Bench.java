package io.kubilitics.jlink.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Measures and reports. A figure whose program is not there yet is skipped, with a word on why.
final class Bench {
  private static final double NO_TARGET = Double.POSITIVE_INFINITY;
  private static final List<String> SERVE = List.of("serve", "demo:200", "--port", "0");
  private static final String TESTBED = "io.kubilitics.testbed.";

  /// The desktop's compiler and collector. Every full collection compacts, or up to a quarter of
  /// what is counted as heap in use would be gaps between objects.
  private static final List<String> ENGINE_OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MarkSweepAlwaysCompactCount=1",
          "-Xmx2g");

  private final Path target;
  private final Path testClasses;
  private final boolean quick;
  private final int repeats;
  private final List<String> lines = new ArrayList<>();

  private Bench(Path target, Path testClasses, boolean quick) {
    this.target = target.toAbsolutePath().normalize();
    this.testClasses = testClasses.toAbsolutePath().normalize();
    this.quick = quick;
    this.repeats = quick ? 3 : 11;
  }

  /// Arguments: the `target` folder of `jlink`, the server's test classes, `--quick` for fewer
  /// repeats and no new archive, and `--live` for live clusters and nothing else.
  static void main(String[] args) throws IOException, InterruptedException {
    List<String> options = List.of(args);
    Bench bench = new Bench(Path.of(args[0]), Path.of(args[1]), options.contains("--quick"));
    if (options.contains("--live")) {
      bench.inMemory("LiveBench");
      Files.write(bench.target.resolve("bench-live.jsonl"), bench.lines);
      return;
    }
    bench.archive();
    bench.starts();
    bench.endsWithItsStarter();
    bench.graphFromDisk();
    bench.inMemory("EngineBench");
    bench.inMemory("QueryBench");
    bench.inMemory("LayoutBench");
    bench.inMemory("SvgBench");
    bench.inMemory("StreamBench");
    Files.write(bench.target.resolve("bench.jsonl"), bench.lines);
  }

  private void archive() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tar.xz")).toList()) {
        report(Figure.once("archive", Files.size(file) / 1e6, "MB", 52));
      }
    }
  }

  private void starts() throws InterruptedException {
    Path launcher = target.resolve("image/bin/kubilitics");
    List<String> image = new ArrayList<>(List.of(launcher.toString()));
    image.addAll(SERVE);
    Map<String, String> desktop =
        Map.of("KUBILITICS_JAVA_OPTIONS", "@" + target.resolve("image/lib/desktop.options"));
    List<Double> imageSeconds = new ArrayList<>();
    List<Double> imageMemory = new ArrayList<>();
    List<Double> naiveSeconds = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    try {
      List<String> naive = naive();
      for (int i = 0; i < repeats; i++) {
        Start linked = Start.of(image, desktop);
        Start plain = Start.of(naive, Map.of());
        imageSeconds.add(linked.seconds());
        imageMemory.add(linked.memory());
        naiveSeconds.add(plain.seconds());
        ratios.add(linked.seconds() / plain.seconds());
      }
    } catch (IOException e) {
      skip("start and idle memory", e.toString());
      return;
    }
    report(Figure.of("exec to first 200, image", new Sample(imageSeconds), "s", 0.35));
    report(Figure.of("exec to first 200, class path", new Sample(naiveSeconds), "s", NO_TARGET));
    report(Figure.of("exec to first 200, image : class path", new Sample(ratios), "", 0.3));
    report(Figure.of("idle memory, desktop options", new Sample(imageMemory), "MiB", 110));
  }

  /// How long a sidecar lives on when its starter closes the pipe.
  private void endsWithItsStarter() throws InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(target.resolve("image/bin/kubilitics").toString()));
    command.addAll(SERVE);
    command.add("--sidecar");
    List<Double> seconds = new ArrayList<>();
    try {
      for (int i = 0; i < repeats; i++) {
        seconds.add(SidecarEnd.of(command));
      }
    } catch (IOException e) {
      skip("end of a sidecar", e.toString());
      return;
    }
    report(Figure.of("sidecar gone after its starter", new Sample(seconds), "s", 2));
  }

  /// The same program as it would run without any packaging.
  private List<String> naive() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-cp",
                Files.readString(target.resolve("runtime.classpath")).strip(),
                "io.kubilitics.Main"));
    command.addAll(SERVE);
    return command;
  }

  private void graphFromDisk() throws IOException, InterruptedException {
    Path folder = target.resolve("bench-cluster");
    Cluster.write(folder, 10_000);
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      Path output = target.resolve("bench-graph.json");
      long begin = System.nanoTime();
      int exit =
          new ProcessBuilder(
                  target.resolve("image/bin/kubilitics").toString(),
                  "graph",
                  folder.toString(),
                  "-o",
                  "json")
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (exit != 0) {
        skip("10,000 objects on disk to JSON", "graph ended with " + exit);
        return;
      }
      seconds.add((System.nanoTime() - begin) / 1e9);
    }
    report(Figure.of("10,000 objects on disk to JSON, whole process", new Sample(seconds), "s", 3));
  }

  /// Runs in a Java machine of its own, in the server's folder, and prints JSON lines like ours.
  private void inMemory(String name) throws IOException, InterruptedException {
    String program = TESTBED + name;
    Path type = testClasses.resolve(program.replace('.', '/') + ".class");
    if (!Files.exists(type)) {
      skip(name, "there is no " + program);
      return;
    }
    String classPath =
        testClasses
            + File.pathSeparator
            + Files.readString(target.resolve("runtime.classpath")).strip();
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(ENGINE_OPTIONS);
    command.addAll(List.of("-cp", classPath, program));
    if (quick) {
      command.add("10000");
    }
    Process process =
        new ProcessBuilder(command)
            .directory(testClasses.resolve("../..").normalize().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      output.lines().filter(line -> line.startsWith("{")).forEach(this::reportJson);
    }
    process.waitFor();
  }

  private void report(Figure figure) {
    System.out.println(figure.row());
    lines.add(figure.json());
  }

  private void reportJson(String line) {
    System.out.println(Figure.rowOf(line));
    lines.add(line);
  }

  private static void skip(String what, String why) {
    System.out.println("skipped: " + what + ", as " + why);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
