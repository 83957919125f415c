package io.kubilitics.export.drawio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.export.ForeignProgram;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawioDocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void everyBoxAndLineIsWhereTheDrawingHasIt() throws IOException, InterruptedException {
    Path node = ForeignProgram.folder("node");
    ForeignProgram.require(
        ForeignProgram.isInstalled("node") && Files.exists(node.resolve("node_modules")),
        "no maxGraph for Node: npm ci --prefix server/src/test/node");
    Map<String, Drawing> drawings = drawings();
    for (Map.Entry<String, Drawing> drawing : drawings.entrySet()) {
      Files.writeString(
          folder.resolve(drawing.getKey()), written(drawing.getValue(), Theme.DARK), UTF_8);
    }

    JsonNode read =
        JSON.readTree(
            ForeignProgram.run(
                folder,
                List.of("node", node.resolve("mxgraph.mjs").toString(), folder.toString())));

    assertThat(read).hasSize(drawings.size());
    drawings.forEach((name, drawing) -> {
      Geometry expected = new Geometry(drawing);
      assertThat(read.path(name).path("error").asText()).as(name).isEmpty();
      assertThat(lines(read.path(name).path("boxes")))
          .as(name)
          .containsAll(expected.boxes)
          .hasSize(expected.boxes.size() + expected.others);
      assertThat(lines(read.path(name).path("lines")))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(expected.lines);
    });
  }

  private static Map<String, Drawing> drawings() {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    drawings.put("empty.drawio", Drawings.empty());
    for (Level level : Level.values()) {
      for (int seed = 0; seed < 3; seed++) {
        drawings.put(level + "-" + seed + ".drawio", Drawings.of(seed, level, 1 + seed % 2));
      }
    }
    drawings.putAll(DemoDrawings.of(300));
    return drawings;
  }

  @Test
  void theSameDrawingGivesTheSameBytesAndAThemeOnlyOtherColours() {
    Drawing drawing = Drawings.of(1, Level.DETAIL, 1);

    String dark = written(drawing, Theme.DARK);
    String light = written(drawing, Theme.LIGHT);

    assertThat(written(drawing, Theme.DARK)).isEqualTo(dark);
    assertThat(light).isNotEqualTo(dark);
    assertThat(light.replaceAll("#[0-9a-f]{6}", "#"))
        .isEqualTo(dark.replaceAll("#[0-9a-f]{6}", "#"));
  }

  @Test
  void whatIsMissingIsDashedInTheColourOfItsTheme() {
    for (Theme theme : Theme.values()) {
      List<String> missing =
          written(Drawings.of(1, Level.DETAIL, 1), theme)
              .lines()
              .filter(line -> line.contains(" object=") && line.contains(" status=\"missing\""))
              .filter(line -> line.contains("arcSize=16;"))
              .toList();

      assertThat(missing)
          .isNotEmpty()
          .allMatch(line -> line.contains("dashed=1;"))
          .allMatch(line -> line.contains("strokeColor=" + theme.colour(Theme.Token.MISSING)));
    }
  }

  @Test
  void nothingOutsideTheFileIsReferredTo() {
    String file = written(Drawings.of(2, Level.DETAIL, 2), Theme.LIGHT);

    assertThat(file).doesNotContain("http", "image=", "link=", "html=1", "placeholders=");
  }

  @Test
  void aReaderWhoGoesAwayIsNotWrittenToAnyFurther() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    DrawioDocument document = new DrawioDocument(Drawings.of(1, Level.DETAIL, 1), Theme.DARK);

    assertThatThrownBy(() -> document.writeTo(gone))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }

  private static String written(Drawing drawing, Theme theme) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new DrawioDocument(drawing, theme).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }

  private static List<String> lines(JsonNode texts) {
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> lines.add(text.asText()));
    return lines;
  }

  /// What a drawing says of places, worked out from its own words.
  private static final class Geometry {
    private final List<String> boxes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<ResourceId> cards = new ArrayList<>();

    /// Frames, blocks and pills, which are no objects.
    private int others;

    Geometry(Drawing drawing) {
      List<Region> regions = drawing.regions();
      others = regions.size() > 1 ? regions.size() : 0;
      for (Region region : regions) {
        others += region.frames().size();
        for (Frame frame : region.frames()) {
          others += frame.blocks().size();
          for (Block block : frame.blocks()) {
            read(block, frame.rect().x() + block.rect().x(), frame.rect().y() + block.rect().y());
          }
        }
      }
      for (Region region : regions) {
        region.streets().stream()
            .filter(street -> !street.points().isEmpty())
            .forEach(street -> lines.add("tile | tile | " + points(street.points().stream())));
      }
      if (drawing.lit() != null && !regions.isEmpty()) {
        others += drawing.lit().pills().size();
        drawing.lit().routes().forEach(route -> line(route, 0, 0));
      }
    }

    private void read(Block block, int x, int y) {
      for (Card card : block.cards()) {
        Rect rect = card.rect().plus(x, y);
        cards.add(card.id());
        box(card.id().toString(), "", rect);
        for (int slot = 0; slot < card.strip().size(); slot++) {
          Generation generation = card.strip().get(slot);
          String ids =
              generation.ids().stream().map(Object::toString).collect(Collectors.joining("\n"));
          box(ids, card.id().toString(), card.shape().generation(slot).plus(rect.x(), rect.y()));
        }
        for (Cell cell : card.cells()) {
          Rect inside = card.shape().cell(cell.number(), card.capacity());
          box(cell.id().toString(), card.id().toString(), inside.plus(rect.x(), rect.y()));
        }
      }
      block.routes().forEach(route -> line(route, x, y));
    }

    private void box(String object, String card, Rect rect) {
      boxes.add(
          Stream.of(object, card, rect.x(), rect.y(), rect.width(), rect.height())
              .map(Geometry::held)
              .collect(Collectors.joining(" | ")));
    }

    private void line(Route route, int x, int y) {
      String from = cards.contains(route.source()) ? route.source().toString() : "";
      String to = cards.contains(route.target()) ? route.target().toString() : "";
      String points = points(route.points().stream().map(point -> point.plus(x, y)));
      lines.add(held(from) + " | " + held(to) + " | " + points);
    }

    private static String points(Stream<Point> points) {
      return points.map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    /// What XML cannot hold is replaced.
    private static String held(Object text) {
      return text.toString().replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }
  }
}
