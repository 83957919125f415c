package io.kubilitics.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a fuzzer once found stays mended: `fuzz/TARGET/WHAT-WAS-WRONG` in the test resources.
class FuzzFindingsTest {
  private interface Target {
    void run(byte[] input);
  }

  private static Target target(String name) {
    return switch (name) {
      case "body" -> BodyFuzz::fuzzerTestOneInput;
      case "catalogue" -> CatalogueFuzz::fuzzerTestOneInput;
      case "id" -> IdFuzz::fuzzerTestOneInput;
      case "manifest" -> ManifestFuzz::fuzzerTestOneInput;
      case "search" -> SearchFuzz::fuzzerTestOneInput;
      case "selector" -> SelectorFuzz::fuzzerTestOneInput;
      default -> throw new AssertionError("there is no target " + name);
    };
  }

  @TestFactory
  Stream<DynamicTest> everyInputThatBrokeAPromiseOnceKeepsItNow()
      throws IOException, URISyntaxException {
    URL url = Objects.requireNonNull(FuzzFindingsTest.class.getResource("/fuzz"));
    Path root = Path.of(url.toURI());
    List<Path> inputs;
    try (Stream<Path> files = Files.walk(root)) {
      inputs = files.filter(Files::isRegularFile).sorted().toList();
    }
    return inputs.stream()
        .map(input -> {
          String target = root.relativize(input).getName(0).toString();
          return DynamicTest.dynamicTest(
              target + "/" + input.getFileName(),
              () -> {
                byte[] bytes = Files.readAllBytes(input);
                assertThatCode(() -> target(target).run(bytes)).doesNotThrowAnyException();
              });
        });
  }
}
