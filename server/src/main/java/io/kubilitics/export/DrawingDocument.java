package io.kubilitics.export;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.model.drawing.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A drawing as JSON: the geometry that every screen and every export paints, in whole map units.
/// One region, one frame and one street a line. A rectangle is `[x, y, width, height]`; a way is
/// `[x, y, x, y, …]`; a text that was cut has the whole of it beside it, under the same name with
/// `Full`. What is empty, 0 or false is left out, but for counts of objects.
public final class DrawingDocument {
  private final Notation out;
  private final BlockJson blocks;

  DrawingDocument(Notation out) {
    this.out = out;
    this.blocks = new BlockJson(out);
  }

  /// Writes the whole drawing and flushes; the caller closes the stream. Equal drawings give equal
  /// bytes.
  ///
  /// @param streamEpoch the run of the server that counts the revisions
  /// @param arrange whether places are kept or made for this answer: `keep`, `fresh`
  public static void write(Drawing drawing, String streamEpoch, String arrange, OutputStream stream)
      throws IOException {
    JsonNotation json = new JsonNotation(stream);
    new DrawingDocument(json).write(drawing, streamEpoch, arrange);
    json.end();
  }

  private void write(Drawing drawing, String streamEpoch, String arrange) throws IOException {
    out.openObject();
    out.text("apiVersion", Heading.API_VERSION);
    out.text("kind", "Drawing");
    writeMetadata(drawing, streamEpoch, arrange);
    out.name("regions");
    out.openList();
    for (Region region : drawing.regions()) {
      writeRegion(region, drawing.level());
    }
    out.closeList();
    out.name("frames");
    out.openList();
    for (int number = 0; number < drawing.regions().size(); number++) {
      for (Frame frame : drawing.regions().get(number).frames()) {
        writeFrame(number, frame);
      }
    }
    out.closeList();
    out.name("streets");
    out.openList();
    for (int number = 0; number < drawing.regions().size(); number++) {
      for (Street street : drawing.regions().get(number).streets()) {
        writeStreet(number, street);
      }
    }
    out.closeList();
    writeLit(drawing.lit());
    out.closeObject();
  }

  private void writeMetadata(Drawing drawing, String streamEpoch, String arrange)
      throws IOException {
    out.name("metadata");
    out.openObject();
    if (drawing.regions().size() == 1) {
      Region only = drawing.regions().getFirst();
      out.text("cluster", only.cluster().value());
      out.number("revision", only.revision());
      out.text("asOf", only.asOf().toString());
    }
    out.textIfAny("streamEpoch", streamEpoch);
    out.number("level", drawing.level().number());
    out.text("arrange", arrange);
    rect(out, "bounds", drawing.bounds());
    rect(out, "window", drawing.window());
    out.closeObject();
  }

  private void writeRegion(Region region, Level level) throws IOException {
    out.openObject();
    out.text("cluster", region.cluster().value());
    out.number("revision", region.revision());
    out.number("epoch", region.epoch());
    out.text("asOf", region.asOf().toString());
    writeHead(region, level);
    out.closeObject();
  }

  /// What is said of a region, but for when.
  void writeHead(Region region, Level level) throws IOException {
    out.text("group", region.arrangement());
    out.number("level", level.number());
    rect(out, "bounds", region.bounds());
    texts("filters", region.filters());
    texts("notes", region.notes());
    out.truth("complete", region.complete());
    tally(out, region.tally());
    out.name("relations");
    out.openObject();
    for (Map.Entry<Category, Integer> count : region.relations().entrySet()) {
      out.number(count.getKey().text(), count.getValue());
    }
    out.closeObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    out.name(name);
    out.openList();
    for (String text : texts) {
      out.text(text);
    }
    out.closeList();
  }

  void writeFrame(int region, Frame frame) throws IOException {
    out.openObject();
    out.number("region", region);
    out.text("key", frame.key());
    out.text("type", frame.type().text());
    rect(out, "rect", frame.rect());
    label(out, "title", frame.title());
    label(out, "note", frame.note());
    tally(out, frame.tally());
    out.text("look", frame.look().text());
    if (!frame.apps().isEmpty()) {
      out.name("apps");
      out.openList();
      for (Frame.AppCell app : frame.apps()) {
        writeApp(app);
      }
      out.closeList();
    }
    blocks.write(frame.blocks());
    out.closeObject();
  }

  private void writeApp(Frame.AppCell app) throws IOException {
    out.openObject();
    out.text("block", app.block());
    out.text("title", app.title());
    out.textIfAny("glyph", app.glyph());
    out.text("hue", app.hue().text());
    out.text("look", app.look().text());
    tally(out, app.tally());
    out.closeObject();
  }

  void writeStreet(int region, Street street) throws IOException {
    out.openObject();
    out.number("region", region);
    out.text("from", street.from());
    out.text("to", street.to());
    out.number("count", street.count());
    out.number("weight", street.weight());
    points(out, street.points());
    out.closeObject();
  }

  private void writeLit(@Nullable Lit lit) throws IOException {
    if (lit == null) {
      return;
    }
    out.name("lit");
    out.openObject();
    out.text("id", lit.id().toString());
    out.name("touched");
    out.openList();
    for (ResourceId id : lit.touched()) {
      out.text(id.toString());
    }
    out.closeList();
    blocks.writeRoutes(lit.routes());
    if (!lit.pills().isEmpty()) {
      out.name("pills");
      out.openList();
      for (Lit.Pill pill : lit.pills()) {
        out.openObject();
        points(out, List.of(pill.at()));
        label(out, "text", pill.text());
        out.closeObject();
      }
      out.closeList();
    }
    out.closeObject();
  }

  static void rect(Notation out, String name, Rect rect) throws IOException {
    out.name(name);
    out.openList();
    out.number(rect.x());
    out.number(rect.y());
    out.number(rect.width());
    out.number(rect.height());
    out.closeList();
  }

  static void points(Notation out, List<Point> points) throws IOException {
    out.name("points");
    out.openList();
    for (Point point : points) {
      out.number(point.x());
      out.number(point.y());
    }
    out.closeList();
  }

  static void label(Notation out, String name, Label label) throws IOException {
    out.textIfAny(name, label.text());
    if (label.isCut()) {
      out.text(name + "Full", label.full());
    }
  }

  static void tally(Notation out, Tally tally) throws IOException {
    out.name("tally");
    out.openObject();
    out.number("objects", tally.objects());
    for (Map.Entry<Look, Integer> count : tally.looks().entrySet()) {
      out.number(count.getKey().text(), count.getValue());
    }
    out.closeObject();
  }
}
