package io.kubilitics.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.session.map.Cartographer;
import io.kubilitics.session.map.FreshMaps;
import io.kubilitics.session.map.MapView;
import io.kubilitics.session.map.Sheet;
import io.kubilitics.session.map.Subject;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawingDocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Drawing demo(Level level) throws InterruptedException {
    Catalogue catalogue = Catalogue.builtIn();
    Engine engine = new Engine(catalogue.relations());
    engine.apply(Measured.demo(300, catalogue));
    try (BlockLayouts blocks = new BlockLayouts(2)) {
      Sheet sheet =
          Sheet.fresh(
              engine.current(),
              Arrangement.NAMESPACE,
              TopologyQuery.ALL,
              Viewer.EVERYTHING,
              new FreshMaps(blocks));
      Subject subject =
          new Subject(
              new ClusterId("demo"),
              catalogue,
              Instant.parse("2026-11-20T12:00:00Z"),
              List.of("-n shop"),
              sheet);
      return Cartographer.draw(
          List.of(subject, subject),
          new MapView(level, null, ResourceId.parse("Deployment.apps/shop/cart"), false));
    }
  }

  private static String written(Drawing drawing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DrawingDocument.write(drawing, "epoch", "fresh", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReadBackStandsWhereTheDrawingHasIt(Level level) throws Exception {
    Drawing drawing = demo(level);
    JsonNode json = JSON.readTree(written(drawing));

    isAt(json.at("/metadata/bounds"), drawing.bounds());
    isAt(json.at("/metadata/window"), drawing.window());
    assertThat(json.get("regions")).hasSize(2);
    int at = 0;
    for (int number = 0; number < 2; number++) {
      Region region = drawing.regions().get(number);
      isAt(json.get("regions").get(number).get("bounds"), region.bounds());
      for (Frame frame : region.frames()) {
        JsonNode told = json.get("frames").get(at++);
        assertThat(told.get("region").asInt()).isEqualTo(number);
        isFrame(told, frame);
      }
    }
    assertThat(json.get("frames")).hasSize(at);
    assertThat(json.get("streets"))
        .hasSize(drawing.regions().stream().mapToInt(each -> each.streets().size()).sum());
    assertThat(json.has("lit")).isEqualTo(drawing.lit() != null);
  }

  private static void isFrame(JsonNode told, Frame frame) {
    assertThat(told.get("key").asText()).isEqualTo(frame.key());
    isAt(told.get("rect"), frame.rect());
    isText(told, "title", frame.title());
    assertThat(told.at("/tally/objects").asInt()).isEqualTo(frame.tally().objects());
    for (int at = 0; at < frame.blocks().size(); at++) {
      isBlock(told.get("blocks").get(at), frame.blocks().get(at));
    }
  }

  private static void isBlock(JsonNode told, Block block) {
    isAt(told.get("rect"), block.rect());
    isText(told, "title", block.title());
    for (int at = 0; at < block.cards().size(); at++) {
      JsonNode card = told.get("cards").get(at);
      Card expected = block.cards().get(at);
      assertThat(card.get("id").asText()).isEqualTo(expected.id().toString());
      isAt(card.get("rect"), expected.rect());
      isText(card, "name", expected.name());
      isText(card, "fact", expected.fact());
      assertThat(card.path("cells")).hasSize(expected.cells().size());
    }
    for (int at = 0; at < block.routes().size(); at++) {
      JsonNode route = told.get("routes").get(at);
      Route expected = block.routes().get(at);
      assertThat(route.get("points").toString())
          .isEqualTo(
              expected.points().stream()
                  .map(point -> point.x() + "," + point.y())
                  .toList()
                  .toString()
                  .replace(" ", ""));
    }
  }

  private static void isText(JsonNode told, String name, Label label) {
    assertThat(told.path(name).asText()).isEqualTo(label.text());
    assertThat(told.path(name + "Full").asText(label.text())).isEqualTo(label.full());
    assertThat(told.has(name + "Full")).isEqualTo(label.isCut());
  }

  private static void isAt(JsonNode told, Rect rect) {
    assertThat(told.toString())
        .isEqualTo(
            List.of(rect.x(), rect.y(), rect.width(), rect.height()).toString().replace(" ", ""));
  }

  @Test
  void equalDrawingsGiveEqualBytesWithOneFrameALine() throws Exception {
    Drawing drawing = demo(Level.DETAIL);
    String text = written(drawing);

    int frames = drawing.regions().stream().mapToInt(region -> region.frames().size()).sum();
    assertThat(written(demo(Level.DETAIL))).isEqualTo(text);
    assertThat(text.lines().filter(line -> line.startsWith("{\"region\":")).count())
        .isEqualTo(frames);
    assertThat(text).endsWith("}\n");
  }

  @Test
  void nothingAtAllIsADrawing() throws IOException {
    Drawing nothing =
        new Drawing(Level.DETAIL, new Rect(0, 0, 0, 0), new Rect(0, 0, 0, 0), List.of(), null);

    assertThat(JSON.readTree(written(nothing)).get("frames")).isEmpty();
  }
}
