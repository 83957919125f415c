package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BodiesTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @TempDir Path folder;

  @Test
  void everyObjectOfAFileIsFoundAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), maps(0, 40, "---\n"));

    try (ManifestSource source = opened(file)) {
      for (int each = 0; each < 40; each++) {
        assertThat(value(source, each)).isEqualTo("value " + each);
      }
      assertThat(source.body(id(40))).isEmpty();
    }
  }

  @Test
  void elementsOfALargeListAreFoundAgainWhateverTheNotation() throws IOException {
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: ConfigMapList\nitems:\n");
    StringBuilder json = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
    for (int each = 0; each < 3000; each++) {
      yaml.append(
          "- metadata: {name: c%d}\n  data:\n    key: value %d\n    - x: %s\n"
              .formatted(each, each, "x".repeat(400))
              .replace("    - x", "    x"));
      json.append(each == 0 ? "" : ",\n")
          .append(
              "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c%d\"},\"data\":{\"key\":\"value %d\",\"x\":\"%s\"}}"
                  .formatted(each, each, "x".repeat(400)));
    }
    Path first = Files.writeString(folder.resolve("a.yaml"), yaml);
    Path second = Files.writeString(folder.resolve("a.json"), json.append("]}"));

    for (Path file : List.of(first, second)) {
      try (ManifestSource source = opened(file)) {
        for (int each = 0; each < 3000; each += 97) {
          assertThat(value(source, each)).isEqualTo("value " + each);
        }
        assertThat(source.body(id(5)).orElseThrow().root().text("kind")).isEqualTo("ConfigMap");
      }
    }
  }

  @Test
  void ofAnIdentityThatIsThereTwiceTheFirstIsShown() throws IOException {
    Files.writeString(
        folder.resolve("b.yaml"),
        "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c1}\ndata: {key: second}\n");
    Files.writeString(folder.resolve("a.yaml"), maps(0, 3, "---\n"));

    try (ManifestSource source = opened(folder)) {
      assertThat(value(source, 1)).isEqualTo("value 1");
    }
  }

  @Test
  void aFileInAnotherEncodingIsReadAgainToo() throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.yaml"),
            ("\uFEFF" + maps(0, 9, "---\n")).getBytes(StandardCharsets.UTF_16LE));

    try (ManifestSource source = opened(file)) {
      assertThat(value(source, 8)).isEqualTo("value 8");
    }
  }

  @Test
  void aFileThatHasChangedIsNotShown() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), maps(0, 3, "---\n"));

    try (ManifestSource source = opened(file)) {
      Files.writeString(file, maps(7, 11, "---\n"));

      assertThatThrownBy(() -> source.body(id(1)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class))
          .hasMessageContaining("has changed since it was read");
    }
  }

  @Test
  void aFileThatIsGoneIsNotShown() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), maps(0, 3, "---\n"));

    try (ManifestSource source = opened(file)) {
      Files.delete(file);

      assertThatThrownBy(() -> source.body(id(1))).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void whatCameFromStdinIsKept() {
    try (ManifestSource source = stdin(maps(0, 9, "---\n"), KeptBodies.MOST_BYTES)) {
      assertThat(value(source, 8)).isEqualTo("value 8");
      assertThat(source.body(id(9))).isEmpty();
    }
  }

  @Test
  void whatIsKeptHasABound() {
    try (ManifestSource source = stdin(maps(0, 40, "---\n"), 1000)) {
      assertThat(value(source, 0)).isEqualTo("value 0");
      assertThatThrownBy(() -> source.body(id(39)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.TooLarge.class));
    }
  }

  @Test
  void keptBodiesAreMaskedBeforeTheyAreKept() {
    try (ManifestSource source =
        stdin(
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: hunter2}\n",
            KeptBodies.MOST_BYTES)) {
      Body body = source.body(ResourceId.parse("Secret/default/s")).orElseThrow();

      assertThat(body.root().map("stringData").text("a")).startsWith("masked(7 bytes, ");
    }
  }

  @Test
  void withoutAReaderOfBodiesThereAreNone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), maps(0, 3, "---\n"));

    try (ManifestSource source = ManifestSource.of(file, BodiesTest::documents)) {
      source.open(new Deaf());
      assertThat(source.body(id(1))).isEmpty();
    }
  }

  @Test
  @Timeout(120)
  void anInterruptFreesWhoWaitsForStdin() throws Exception {
    InputStream silent =
        new InputStream() {
          @Override
          public int read() throws IOException {
            try {
              Thread.sleep(600_000);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return -1;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    ManifestSource source = ManifestSource.ofStdin(silent, BodiesTest::documents);
    Thread reader = Thread.ofPlatform().start(() -> source.open(new Deaf()));
    Thread.sleep(200);

    source.close();
    reader.interrupt();

    assertThat(reader.join(java.time.Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void aFolderIsNotLookedThroughBeforeItIsOpened() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), maps(0, 1, "---\n"));
    try (ManifestSource source = ManifestSource.of(folder, BodiesTest::documents)) {
      Files.writeString(folder.resolve("b.yaml"), maps(1, 2, "---\n"));
      Deaf listener = new Deaf();
      source.open(listener);

      assertThat(listener.ids).containsExactly(id(0), id(1));
    }
  }

  private static String maps(int from, int to, String separator) {
    List<String> maps = new ArrayList<>();
    for (int each = from; each < to; each++) {
      maps.add(
          "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c%d\ndata:\n  key: value %d\n"
              .formatted(each, each));
    }
    return String.join(separator, maps);
  }

  private static DocumentReader documents() {
    return CATALOGUE.extractor()::read;
  }

  private static ResourceId id(int number) {
    return ResourceId.parse("ConfigMap/default/c" + number);
  }

  private static String value(ManifestSource source, int number) {
    Optional<Body> body = source.body(id(number));
    return body.orElseThrow().root().map("data").text("key");
  }

  private static ManifestSource opened(Path path) {
    ManifestSource source =
        ManifestSource.of(path, BodiesTest::documents).withBodies(CATALOGUE::bodies);
    source.open(new Deaf());
    return source;
  }

  private static ManifestSource stdin(String text, int mostKept) {
    ManifestSource source =
        ManifestSource.ofStdin(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                BodiesTest::documents)
            .withBodies(CATALOGUE::bodies, mostKept);
    source.open(new Deaf());
    return source;
  }

  private static final class Deaf implements SourceListener {
    final List<ResourceId> ids = new ArrayList<>();

    @Override
    public void changes(List<Change> batch) {
      for (Change change : batch) {
        if (change instanceof Change.Put put) {
          ids.add(put.resource().id());
        }
      }
    }

    @Override
    public void rejected(Place place, String reason) {}
  }
}
