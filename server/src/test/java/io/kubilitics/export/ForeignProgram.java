package io.kubilitics.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that others made and that reads what we write. One start reads a whole folder.
public final class ForeignProgram {
  private static final int SECONDS = 120;

  private ForeignProgram() {}

  /// Where the tests' own packages for these programs are described.
  public static Path folder(String language) {
    return Path.of("src", "test", language).toAbsolutePath();
  }

  /// Skips the test where something is missing, except in continuous integration.
  public static void require(boolean present, String missing) {
    assumeTrue(present || System.getenv("CI") != null, "SKIPPED: " + missing);
  }

  public static boolean isInstalled(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, name).canExecute());
  }

  /// What the program writes to stdout.
  ///
  /// @throws AssertionError with what it says on stderr, unless it says nothing and ends with 0
  public static String run(Path scratch, List<String> command)
      throws IOException, InterruptedException {
    Path out = scratch.resolve("stdout");
    Path err = scratch.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(err, UTF_8)).isEmpty();
    assertThat(process.exitValue()).isZero();
    return Files.readString(out, UTF_8);
  }
}
