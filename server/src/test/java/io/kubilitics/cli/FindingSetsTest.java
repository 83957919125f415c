package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.Code;
import io.kubilitics.plugin.KindCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// For every code, manifests where it must be found and manifests where it must not.
/// `findings/CODE/must….yaml` says in its first comment what it shows, then with `# world: closed`
/// how it is read, and with `# finds: LEVEL OBJECT PATH` every finding of that code.
class FindingSetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The kinds of the product, and Kustomizations that depend on each other.
  private static final Catalogue CATALOGUE =
      Catalogue.builtIn().with(List.of(new Kustomizations()));

  private static final String WORLD = "# world: ";
  private static final String FINDS = "# finds: ";

  @TestFactory
  Stream<DynamicTest> exactlyTheFindingsOfTheCodeAreFound() throws IOException, URISyntaxException {
    Path root = root();
    List<Path> sets;
    try (Stream<Path> files = Files.walk(root)) {
      sets = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    return sets.stream()
        .map(set ->
            DynamicTest.dynamicTest(
                root.relativize(set) + ": " + lines(set).getFirst(), () -> compare(set)));
  }

  @Test
  void everyCodeHasASetWhereItIsFoundAndOneWhereItIsNot() throws URISyntaxException {
    for (Code code : Code.values()) {
      assertThat(root().resolve(code.name()).resolve("must.yaml")).exists();
      assertThat(root().resolve(code.name()).resolve("must-not.yaml")).exists();
    }
  }

  static Path root() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(FindingSetsTest.class.getResource("/findings")).toURI());
  }

  private static List<String> lines(Path set) {
    try {
      return Files.readAllLines(set);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compare(Path set) throws IOException, URISyntaxException {
    List<String> lines = lines(set);
    String world = marked(lines, WORLD).stream().findFirst().orElse("open");
    List<String> expected = marked(lines, FINDS);
    String code = root().relativize(set).getName(0).toString();

    Run run = Run.knowing(CATALOGUE, "check", set.toString(), "--world", world, "-o", "json");

    assertThat(run.err()).isEmpty();
    List<String> found = new ArrayList<>();
    for (JsonNode finding : JSON.readTree(run.out()).get("findings")) {
      if (finding.get("code").asText().equals(code)) {
        found.add(line(finding));
        assertThat(finding.get("message").asText()).matches("(?s)\\p{Lu}.*\\.");
        assertThat(finding.has("file")).isNotEqualTo(code.equals("KUB003"));
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected.isEmpty()).isEqualTo(set.getFileName().toString().startsWith("must-not"));
  }

  private static final class Kustomizations implements KindCatalogue {
    @Override
    public List<String> files() {
      return List.of("/findings/KUB070/kustomize.catalogue");
    }

    @Override
    public InputStream open(String file) {
      return Objects.requireNonNull(FindingSetsTest.class.getResourceAsStream(file));
    }
  }

  private static List<String> marked(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()).strip())
        .toList();
  }

  private static String line(JsonNode finding) {
    String object = finding.get("object").asText();
    return (finding.get("level").asText()
            + " "
            + (object.startsWith("Document/") ? "Document" : object)
            + " "
            + finding.get("path").asText())
        .strip();
  }
}
