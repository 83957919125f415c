package io.kubilitics.export.drawio;

import io.kubilitics.export.drawio.CellWriter.Box;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Street;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes one cluster: its frames from the outside in, then the lines between them. Remembers where
/// its cards are, so that lines find their ends.
final class RegionCells {
  private final CellWriter cells;
  private final Style style;
  private final Region region;
  private final Map<ResourceId, Box> cards = new HashMap<>();
  private final Set<ResourceId> inCards = new HashSet<>();
  private final Map<String, Box> tiles = new HashMap<>();
  private String layer = "";

  RegionCells(CellWriter cells, Style style, Region region) {
    this.cells = cells;
    this.style = style;
    this.region = region;
  }

  /// Writes all but what a selection adds.
  ///
  /// @param outlined whether there are others beside it
  void write(boolean outlined) throws IOException {
    String name = region.cluster().value();
    layer = cells.layer(name);
    if (outlined) {
      var _ = cells.vertex(layer, region.bounds(), style.region(), name, Map.of());
    }
    for (Frame frame : region.frames()) {
      writeFrame(frame);
    }
    for (Street street : region.streets()) {
      writeStreet(street);
    }
  }

  /// Whether an object was written, with a card or in one.
  boolean holds(ResourceId id) {
    return cards.containsKey(id) || inCards.contains(id);
  }

  /// The lines of a selection, which leave their blocks, and what is told beside it.
  void writeLit(Lit lit) throws IOException {
    for (Route route : lit.routes()) {
      writeRoute(layer, 0, 0, route);
    }
    for (Lit.Pill pill : lit.pills()) {
      Rect rect = style.around(pill);
      var _ = cells.vertex(layer, rect, style.pill(), pill.text().text(), Map.of());
    }
  }

  private void writeFrame(Frame frame) throws IOException {
    String id =
        cells.vertex(layer, frame.rect(), style.frame(frame), Text.of(frame), Text.facts(frame));
    tiles.put(frame.key(), new Box(id, frame.rect()));
    for (Block block : frame.blocks()) {
      writeBlock(frame, id, block);
    }
  }

  private void writeBlock(Frame frame, String parent, Block block) throws IOException {
    String id =
        cells.vertex(parent, block.rect(), style.block(block), Text.of(block), Text.facts(block));
    Rect place = block.rect().plus(frame.rect().x(), frame.rect().y());
    tiles.put(frame.key() + '\n' + block.key(), new Box(id, place));
    for (Card card : block.cards()) {
      writeCard(id, place, card);
    }
    for (Route route : block.routes()) {
      writeRoute(id, place.x(), place.y(), route);
    }
  }

  /// A card with all that is in it.
  ///
  /// @param place of the block, on the canvas
  private void writeCard(String block, Rect place, Card card) throws IOException {
    String look = style.card(card.shape(), card.hue(), card.look(), card.alarm());
    String id =
        cells.vertex(block, card.rect(), look, Text.of(card, style.level()), Text.facts(card));
    cards.put(card.id(), new Box(id, card.rect().plus(place.x(), place.y())));
    if (!card.shape().hasCells()) {
      return;
    }
    for (int slot = 0; slot < card.strip().size(); slot++) {
      Generation generation = card.strip().get(slot);
      inCards.addAll(generation.ids());
      var _ =
          cells.vertex(
              id,
              card.shape().generation(slot),
              style.generation(generation.look(), generation.live()),
              Text.of(generation, style.level()),
              Text.facts(generation));
    }
    boolean dense = card.shape().isDense(card.capacity());
    for (Cell cell : card.cells()) {
      inCards.add(cell.id());
      cell.volumes().forEach(volume -> inCards.add(volume.id()));
      var _ =
          cells.vertex(
              id,
              card.shape().cell(cell.number(), card.capacity()),
              style.cell(cell.look()),
              Text.of(cell, dense, style.level()),
              Text.facts(cell));
    }
  }

  /// A line, relative to its parent.
  ///
  /// @param x where the parent is on the canvas
  private void writeRoute(String parent, int x, int y, Route route) throws IOException {
    cells.edge(
        parent,
        route.points(),
        seenFrom(x, y, cards.get(route.source())),
        seenFrom(x, y, cards.get(route.target())),
        style.route(route),
        Text.of(route, style.level()),
        Text.facts(route));
  }

  private void writeStreet(Street street) throws IOException {
    List<Point> points = street.points();
    if (points.isEmpty()) {
      return;
    }
    cells.edge(
        layer,
        points,
        tiles.get(street.from()),
        tiles.get(street.to()),
        style.street(street.weight()),
        "",
        Map.of("count", Integer.toString(street.count())));
  }

  private static @Nullable Box seenFrom(int x, int y, @Nullable Box box) {
    return box == null ? null : new Box(box.id(), box.place().plus(-x, -y));
  }
}
