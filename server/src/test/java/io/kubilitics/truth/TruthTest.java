package io.kubilitics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The truth set: small worlds and every edge in them, written down by hand from the Kubernetes API
/// reference. `truth/FAMILY/CASE.yaml` holds the objects and says in its first comment what it
/// shows; `CASE.edges` beside it holds every edge, hidden ones too, one line for each piece of
/// evidence, as [Manifests#edges] writes it. Lines that begin with `#` and blank lines do not
/// count, nor does their order. A line `# on demand: could-run-on near` adds relations of which no
/// edges are kept.
class TruthTest {
  @TestFactory
  Stream<DynamicTest> noEdgeIsMissingNoneIsExtraAndAllEvidenceIsRight() throws IOException {
    Path root = TruthSet.root();
    return TruthSet.cases().stream()
        .map(objects ->
            DynamicTest.dynamicTest(
                root.relativize(objects) + ": " + sentence(objects), () -> compare(objects)));
  }

  private static String sentence(Path objects) {
    try (Stream<String> lines = Files.lines(objects)) {
      return lines.findFirst().orElse("").replaceFirst("^# *", "");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compare(Path objects) throws IOException {
    List<String> lines = TruthSet.edges(objects);
    List<String> expected =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    assertThat(sentence(objects)).as("a case says in its first line what it shows").isNotBlank();
    assertThat(Manifests.edges(Files.readString(objects), TruthSet.onDemand(objects)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
