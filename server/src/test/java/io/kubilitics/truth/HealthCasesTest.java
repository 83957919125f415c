package io.kubilitics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.Health;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.health.DerivedHealthRules;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Objects and how they are. `health/KIND/CASE.yaml` holds the objects, and in the comments at its
/// top one line for each object and instant that is looked at:
///
/// ```
/// # Pod/shop/cart: failed CrashLoopBackOff "Container cart ended …" at 2026-01-01T00:00:00Z
/// ```
///
/// Reason, message and instant may be left out; then they are empty, and [#USUALLY].
class HealthCasesTest {
  private static final Instant USUALLY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Pattern LINE =
      Pattern.compile(
          "# (?<id>\\S+): (?<status>[a-z]+)(?: (?<reason>[^\\s\"]+))??(?: \"(?<message>.*)\")?"
              + "(?: at (?<at>\\S+Z))?");
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  /// What a case expects.
  record Expected(ResourceId id, Instant at, Health health) {
    @Override
    public String toString() {
      return id + " at " + at + ": " + health.status().text() + " " + health.reason();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyObjectIsAsItsCaseSays() throws IOException, URISyntaxException {
    URL url = Objects.requireNonNull(HealthCasesTest.class.getResource("/health"));
    Path root = Path.of(url.toURI());
    List<Path> cases;
    try (Stream<Path> files = Files.walk(root)) {
      cases = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path objects : cases) {
      List<Change> changes = Manifests.changes(Files.readString(objects));
      List<Expected> expectations = expectations(objects);
      assertThat(expectations)
          .as("%s says in its first line what it expects", objects)
          .isNotEmpty();
      for (Expected expected : expectations) {
        tests.add(
            DynamicTest.dynamicTest(
                root.relativize(objects) + ": " + expected,
                () -> assertThat(health(changes, expected)).isEqualTo(expected.health())));
      }
    }
    return tests.stream();
  }

  private static List<Expected> expectations(Path objects) throws IOException {
    try (Stream<String> lines = Files.lines(objects)) {
      return lines.takeWhile(line -> line.startsWith("#")).map(HealthCasesTest::parse).toList();
    }
  }

  private static Expected parse(String line) {
    Matcher matcher = LINE.matcher(line);
    assertThat(matcher.matches()).as("'%s' is understood", line).isTrue();
    Health.Status status =
        Stream.of(Health.Status.values())
            .filter(candidate -> candidate.text().equals(matcher.group("status")))
            .findAny()
            .orElseThrow();
    String at = matcher.group("at");
    return new Expected(
        ResourceId.parse(matcher.group("id")),
        at == null ? USUALLY : Instant.parse(at),
        new Health(
            status,
            Objects.requireNonNullElse(matcher.group("reason"), ""),
            Objects.requireNonNullElse(matcher.group("message"), "")));
  }

  /// Without what comes later, which is looked at by a later instant.
  private static Health health(List<Change> changes, Expected expected) {
    Engine engine = new Engine(CATALOGUE.relations(), DerivedHealthRules.ALL);
    List<Change> all = new ArrayList<>(changes);
    all.add(new Change.Now(expected.at()));
    engine.apply(all);
    Node node = engine.current().node(expected.id(), Viewer.EVERYTHING).orElseThrow();
    Health health = ((Node.Present) node).health();
    return new Health(health.status(), health.reason(), health.message());
  }
}
