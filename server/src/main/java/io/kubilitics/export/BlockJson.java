package io.kubilitics.export;

import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Route;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Writes what is inside the frames of a [DrawingDocument].
final class BlockJson {
  private final Notation out;

  BlockJson(Notation out) {
    this.out = out;
  }

  void write(List<Block> blocks) throws IOException {
    if (blocks.isEmpty()) {
      return;
    }
    out.name("blocks");
    out.openList();
    for (Block block : blocks) {
      writeBlock(block);
    }
    out.closeList();
  }

  void writeBlock(Block block) throws IOException {
    out.openObject();
    out.text("key", block.key());
    out.text("type", block.type().text());
    DrawingDocument.rect(out, "rect", block.rect());
    DrawingDocument.label(out, "title", block.title());
    DrawingDocument.label(out, "note", block.note());
    DrawingDocument.tally(out, block.tally());
    out.text("look", block.look().text());
    if (!block.apps().isEmpty()) {
      out.name("apps");
      out.openList();
      for (Block.App app : block.apps()) {
        writeApp(app);
      }
      out.closeList();
    }
    if (!block.cards().isEmpty()) {
      out.name("cards");
      out.openList();
      for (Card card : block.cards()) {
        writeCard(card);
      }
      out.closeList();
    }
    writeRoutes(block.routes());
    out.closeObject();
  }

  private void writeApp(Block.App app) throws IOException {
    out.openObject();
    out.text("id", app.id().toString());
    out.textIfAny("glyph", app.glyph());
    DrawingDocument.label(out, "name", app.name());
    out.textIfAny("ready", app.ready());
    out.text("look", app.look().text());
    DrawingDocument.tally(out, app.pods());
    out.closeObject();
  }

  private void writeCard(Card card) throws IOException {
    out.openObject();
    out.text("id", card.id().toString());
    out.text("shape", card.shape().text());
    DrawingDocument.rect(out, "rect", card.rect());
    numberIfAny("capacity", card.capacity());
    out.text("hue", card.hue().text());
    out.textIfAny("glyph", card.glyph());
    out.textIfAny("kind", card.kind());
    DrawingDocument.label(out, "name", card.name());
    DrawingDocument.label(out, "fact", card.fact());
    truthIfSo("alarm", card.alarm());
    out.text("look", card.look().text());
    out.textIfAny("ready", card.ready());
    DrawingDocument.label(out, "tag", card.tag());
    if (!card.strip().isEmpty()) {
      out.name("strip");
      out.openList();
      for (Generation generation : card.strip()) {
        writeGeneration(generation);
      }
      out.closeList();
    }
    if (!card.cells().isEmpty()) {
      out.name("cells");
      out.openList();
      for (Cell cell : card.cells()) {
        writeCell(cell);
      }
      out.closeList();
    }
    numberIfAny("folded", card.folded());
    out.closeObject();
  }

  private void writeGeneration(Generation generation) throws IOException {
    out.openObject();
    out.name("ids");
    out.openList();
    for (ResourceId id : generation.ids()) {
      out.text(id.toString());
    }
    out.closeList();
    out.text("name", generation.name());
    out.textIfAny("count", generation.count());
    out.text("look", generation.look().text());
    truthIfSo("live", generation.live());
    out.closeObject();
  }

  private void writeCell(Cell cell) throws IOException {
    out.openObject();
    out.text("id", cell.id().toString());
    out.number("number", cell.number());
    DrawingDocument.label(out, "name", cell.name());
    out.text("look", cell.look().text());
    out.textIfAny("why", cell.why());
    if (!cell.volumes().isEmpty()) {
      out.name("volumes");
      out.openList();
      for (Cell.Strip volume : cell.volumes()) {
        out.openObject();
        out.text("id", volume.id().toString());
        DrawingDocument.label(out, "name", volume.name());
        DrawingDocument.label(out, "tail", volume.tail());
        out.text("look", volume.look().text());
        out.closeObject();
      }
      out.closeList();
    }
    out.closeObject();
  }

  void writeRoutes(List<Route> routes) throws IOException {
    if (routes.isEmpty()) {
      return;
    }
    out.name("routes");
    out.openList();
    for (Route route : routes) {
      writeRoute(route);
    }
    out.closeList();
  }

  private void writeRoute(Route route) throws IOException {
    out.openObject();
    out.text("source", route.source().toString());
    out.text("target", route.target().toString());
    out.text("category", route.category().text());
    out.text("state", route.state().text());
    truthIfSo("inferred", route.inferred());
    out.textIfAny("verb", route.verb());
    out.text("end", route.end().name().toLowerCase(Locale.ROOT));
    DrawingDocument.points(out, route.points());
    out.number("count", route.count());
    out.name("edges");
    out.openList();
    for (String edge : route.edges()) {
      out.text(edge);
    }
    out.closeList();
    out.closeObject();
  }

  private void numberIfAny(String name, int number) throws IOException {
    if (number != 0) {
      out.number(name, number);
    }
  }

  private void truthIfSo(String name, boolean truth) throws IOException {
    if (truth) {
      out.truth(name, true);
    }
  }
}
