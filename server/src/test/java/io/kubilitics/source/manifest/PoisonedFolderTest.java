package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand files, a hundred of them bad: the others are all read, every bad one is named, in a
/// process with little memory.
class PoisonedFolderTest {
  private static final String MEMORY = "-Xmx96m";

  @TempDir private Path folder;

  @Test
  void everyBadDocumentIsNamedAndEverythingElseIsRead() throws IOException, InterruptedException {
    Path poisons = Files.createDirectory(folder.resolve("poisons"));
    Map<String, String> expected = Poisons.write(poisons);
    Set<String> good = goodOnes(poisons);

    List<String> said = readInProcess(poisons);

    assertThat(said.stream().filter(line -> line.startsWith("object ")))
        .containsExactlyInAnyOrderElementsOf(good);
    List<String> rejected = said.stream().filter(line -> !line.startsWith("object ")).toList();
    assertThat(rejected).allMatch(line -> line.startsWith("rejected " + poisons));
    for (Map.Entry<String, String> each : expected.entrySet()) {
      String file = "rejected " + poisons.resolve(each.getKey()) + ":";
      int colon = each.getValue().indexOf(':');
      assertThat(rejected.stream().filter(line -> line.startsWith(file)))
          .as(each.toString())
          .singleElement()
          .asString()
          .startsWith(file + each.getValue().substring(0, colon + 1))
          .contains(each.getValue().substring(colon + 2));
    }
    assertThat(rejected).hasSameSizeAs(expected.keySet());
  }

  /// Every good object, by what its file says; files too large for a look are bad.
  private static Set<String> goodOnes(Path poisons) throws IOException {
    Set<String> good = new TreeSet<>();
    try (var files = Files.list(poisons)) {
      for (Path file : files.sorted().toList()) {
        if (Files.size(file) > 1_000_000) {
          continue;
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean wide = file.toString().endsWith("-wide.yml");
        boolean latin = !wide && new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD");
        String text = new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        if (latin) {
          continue;
        }
        text.lines()
            .filter(line -> line.startsWith("  name: good-"))
            .forEach(line -> good.add("object ConfigMap/poisons/" + line.substring(8)));
      }
    }
    return good;
  }

  private List<String> readInProcess(Path poisons) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsFolder.class.getName(),
                poisons.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("ends in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readAllLines(out);
  }
}
