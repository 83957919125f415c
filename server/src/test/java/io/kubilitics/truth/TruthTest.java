package io.kubilitics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Relation;
import io.kubilitics.testbed.Manifests;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final String YAML = ".yaml";
  private static final String ON_DEMAND = "# on demand:";

  @TestFactory
  Stream<DynamicTest> noEdgeIsMissingNoneIsExtraAndAllEvidenceIsRight()
      throws IOException, URISyntaxException {
    Path root = root();
    List<Path> cases;
    try (Stream<Path> files = Files.walk(root)) {
      cases = files.filter(file -> file.toString().endsWith(YAML)).sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(objects ->
            DynamicTest.dynamicTest(
                root.relativize(objects) + ": " + sentence(objects), () -> compare(objects)));
  }

  private static Path root() throws URISyntaxException {
    URL root = Objects.requireNonNull(TruthTest.class.getResource("/truth"));
    return Path.of(root.toURI());
  }

  private static String sentence(Path objects) {
    try (Stream<String> lines = Files.lines(objects)) {
      return lines.findFirst().orElse("").replaceFirst("^# *", "");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<Relation> onDemand(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(ON_DEMAND))
        .flatMap(line -> Stream.of(line.substring(ON_DEMAND.length()).strip().split(" +")))
        .map(Relation::new)
        .collect(Collectors.toSet());
  }

  private static void compare(Path objects) throws IOException {
    String name = objects.getFileName().toString();
    Path edges = objects.resolveSibling(name.replace(YAML, ".edges"));
    List<String> lines = Files.readAllLines(edges);
    List<String> expected =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    assertThat(sentence(objects)).as("a case says in its first line what it shows").isNotBlank();
    assertThat(Manifests.edges(Files.readString(objects), onDemand(lines)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
