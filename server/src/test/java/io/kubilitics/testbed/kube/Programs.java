package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The programs of a control plane. They are built once for each version of what describes them and
/// kept in the user's cache, where any number of builds share them; whoever comes while another
/// process builds waits for it.
public final class Programs {
  private static final List<String> DESCRIPTION = List.of("go.mod", "go.sum", "build");
  private static final int DIGITS = 16;
  private static final int BUILD_MINUTES = 40;
  private static final int LAST_LINES = 15;

  private final Path description;
  private final Path kept;

  /// @param kept has a parent
  private Programs(Path description, Path kept) {
    this.description = description;
    this.kept = kept;
  }

  /// Those of this project, for a process that was started in the server's folder.
  public static Programs ofProject() {
    return of(Path.of("src", "test", "kube").toAbsolutePath(), cache(System.getenv()));
  }

  /// @param description the folder with `go.mod`, `go.sum` and `build`
  /// @param cache below which the programs are kept, in a folder of their own
  static Programs of(Path description, Path cache) {
    return new Programs(description, cache.resolve("kubilitics-testbed").resolve(key(description)));
  }

  /// Where a user's programs keep what they can make again.
  static Path cache(Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
  }

  /// The folder with the programs, whether they are there or not.
  Path folder() {
    return kept;
  }

  private boolean areThere() {
    return Files.isDirectory(kept);
  }

  /// Why they are not there and cannot be built, and what to do about it.
  public Optional<String> missing() {
    if (areThere()) {
      return Optional.empty();
    }
    String wanted = wantedGo();
    Optional<String> installed = installedGo();
    String install =
        "install Go " + wanted + " or newer, which builds a kube-apiserver for the tests";
    if (installed.isEmpty()) {
      return Optional.of("no Go is installed: " + install);
    }
    return isAtLeast(installed.get(), wanted)
        ? Optional.empty()
        : Optional.of("Go " + installed.get() + " is too old: " + install);
  }

  /// Builds them unless they are there.
  ///
  /// @return the folder with the programs
  /// @throws IOException with the last words of the build when it fails
  public Path built() throws IOException, InterruptedException {
    if (areThere()) {
      return kept;
    }
    Files.createDirectories(kept.getParent());
    Path gate = kept.resolveSibling(kept.getFileName() + ".lock");
    // The lock of a file is one between processes.
    synchronized (Programs.class) {
      try (FileChannel channel =
              FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (!areThere()) {
          build();
        }
      }
    }
    return kept;
  }

  private void build() throws IOException, InterruptedException {
    Path log = kept.resolveSibling(kept.getFileName() + ".log");
    System.err.println("building kube-apiserver, etcd and kwok, once, for some minutes: " + log);
    Process build =
        new ProcessBuilder(description.resolve("build").toString(), kept.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
        throw new IOException("building a kube-apiserver failed:\n" + lastWords(log));
      }
    } finally {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly();
    }
  }

  static String lastWords(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, UTF_8);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /// The `go` line of `go.mod`: `1.26.0`.
  private String wantedGo() {
    try {
      return Files.readAllLines(description.resolve("go.mod"), UTF_8).stream()
          .filter(line -> line.startsWith("go "))
          .map(line -> line.substring("go ".length()).strip())
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> installedGo() {
    try {
      ProcessBuilder command = new ProcessBuilder("go", "env", "GOVERSION");
      command.environment().put("GOTOOLCHAIN", "local");
      Process go = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(go.getInputStream().readAllBytes(), UTF_8).strip();
      return said.startsWith("go") ? Optional.of(said.substring("go".length())) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Compares versions such as `1.26.8` and `1.27rc1`, number by number.
  static boolean isAtLeast(String version, String wanted) {
    String[] have = version.split("\\D+", 0);
    String[] need = wanted.split("\\D+", 0);
    for (int i = 0; i < need.length; i++) {
      int difference =
          Integer.compare(
              i < have.length ? Integer.parseInt(have[i]) : 0, Integer.parseInt(need[i]));
      if (difference != 0) {
        return difference > 0;
      }
    }
    return true;
  }

  private static String key(Path description) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : DESCRIPTION) {
        digest.update(Files.readAllBytes(description.resolve(name)));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Deletes a folder with all that is in it, if it is there.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
