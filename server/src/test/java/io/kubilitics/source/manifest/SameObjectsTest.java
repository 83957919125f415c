package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.model.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same objects give the same resources, however they are written down.
class SameObjectsTest {
  /// So small that every list is read item by item.
  private static final Limits LISTS_APART = new Limits(10 << 20, 64, 100, 50, 200_000);

  @TempDir private Path folder;

  private static List<Resource> sorted(Recorded recorded) {
    assertThat(recorded.rejected()).isEmpty();
    return recorded.resources().stream().sorted(Comparator.comparing(Resource::id)).toList();
  }

  /// Every document of a set as JSON.
  private static List<String> documents(String set) {
    try (Stream<Path> files = Files.walk(FixturesTest.set(set))) {
      List<String> documents = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          DocumentCutter cutter = new DocumentCutter(in, Limits.DEFAULT);
          for (Piece piece = cutter.next(); piece != null; piece = cutter.next()) {
            if (piece instanceof Piece.Document(int _, Piece.Form form, Bytes text)) {
              documents.addAll(json(form, text.text()));
            }
          }
        }
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A list's items each on their own.
  private static List<String> json(Piece.Form form, String text) {
    Tape tape = form == Piece.Form.YAML ? TapeText.ofYaml(text) : TapeText.ofJson(text);
    String json = TapeText.json(tape);
    if (tape.token(0) == Token.END || !tape.text("kind").equals("List")) {
      return tape.token(0) == Token.END ? List.of() : List.of(json);
    }
    List<String> items = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      DocumentCutter cutter = new DocumentCutter(in, LISTS_APART);
      for (Piece piece = cutter.next(); piece != null; piece = cutter.next()) {
        if (piece instanceof Piece.Element(int _, Piece.Form _, Bytes item, ListHead _)) {
          items.add(item.text());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return items;
  }

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"web-shop", "monitoring", "gateway", "cluster-dump"})
  void inAnyOrderAnySplitAndEitherFormat(String set) {
    List<Resource> expected = sorted(Recorded.of(FixturesTest.set(set)));
    List<String> documents = documents(set);
    long events = documents.stream().filter(text -> text.contains("\"kind\":\"Event\"")).count();
    assertThat(documents).hasSize(Math.toIntExact(expected.size() + events));

    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      Path parent = folder;
      folder = parent.resolve("seed-" + seed);
      List<String> shuffled = new ArrayList<>(documents);
      Collections.shuffle(shuffled, random);
      int file = 0;
      for (int from = 0; from < shuffled.size(); file++) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(12));
        writeSome(file, shuffled.subList(from, to), random.nextInt(4));
        from = to;
      }

      assertThat(sorted(Recorded.of(folder))).as("seed %d", seed).isEqualTo(expected);
      folder = parent;
    }
  }

  private void writeSome(int file, List<String> documents, int way) {
    switch (way) {
      case 0 -> write(file + ".yaml", String.join("\n---\n", documents));
      case 1 -> write("sub/" + file + ".json", String.join("\n", documents));
      case 2 ->
          write(
              file + ".json",
              "{\"apiVersion\":\"v1\",\"items\":["
                  + String.join(",\n", documents)
                  + "],\"kind\":\"List\"}");
      // A YAML list whose items are written in flow style.
      case 3 ->
          write(
              file % 5 + "/" + file + ".yml",
              "apiVersion: v1\nitems:\n- " + String.join("\n- ", documents) + "\nkind: List\n");
      default -> throw new IllegalArgumentException("way " + way);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"namespaced.yaml", "cluster-scoped.json"})
  void aListReadItemByItemIsTheSameList(String file) {
    Path dump = FixturesTest.set("cluster-dump").resolve(file);
    Recorded apart = new Recorded();
    try (ManifestSource source = ManifestSource.of(dump, Recorded.documents(), LISTS_APART)) {
      source.open(apart);
    }

    assertThat(apart.rejected()).isEmpty();
    assertThat(apart.resources()).isEqualTo(Recorded.of(dump).resources());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PodList", "List"})
  void theItemsOfATypedListAreOfItsKindAlsoItemByItem(String kind) throws IOException {
    String item =
        kind.equals("PodList")
            ? "{\"metadata\":{\"name\":\"p%d\",\"namespace\":\"shop\"}}"
            : "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p%d\","
                + "\"namespace\":\"shop\"}}";
    String json =
        "{\"kind\":\"%s\",\"apiVersion\":\"v1\",\"items\":[%s,%s,%s]}"
            .formatted(kind, item.formatted(1), item.formatted(2), item.formatted(3));
    Path file = Files.writeString(folder.resolve("pods.json"), json);
    Recorded apart = new Recorded();
    try (ManifestSource source = ManifestSource.of(file, Recorded.documents(), LISTS_APART)) {
      source.open(apart);
    }

    assertThat(apart.ids()).containsExactly("Pod/shop/p1", "Pod/shop/p2", "Pod/shop/p3");
    assertThat(apart.resources()).isEqualTo(Recorded.of(file).resources());
  }
}
