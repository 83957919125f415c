package io.kubilitics.layout.drawing;

import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds its way in a region.
record Drawn(Region region) {
  Stream<Block> blocks() {
    return region.frames().stream().flatMap(frame -> frame.blocks().stream());
  }

  Stream<Card> cards() {
    return blocks().flatMap(block -> block.cards().stream());
  }

  Stream<Route> routes() {
    return blocks().flatMap(block -> block.routes().stream());
  }

  Card card(String id) {
    return cards()
        .filter(card -> card.id().toString().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(id + " is not among " + cards().map(Card::id).toList()));
  }

  Block block(String title) {
    return blocks()
        .filter(block -> block.title().full().equals(title))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                title + " is not among " + blocks().map(it -> it.title().full()).toList()));
  }

  /// Everything in a card that has an id.
  static List<ResourceId> ids(Card card) {
    List<ResourceId> ids = new ArrayList<>(List.of(card.id()));
    for (Generation generation : card.strip()) {
      ids.addAll(generation.ids());
    }
    for (Cell cell : card.cells()) {
      ids.add(cell.id());
      cell.volumes().forEach(volume -> ids.add(volume.id()));
    }
    return ids;
  }
}
