package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.List;

/// Where the cards of a block stand and how its lines run, in map units relative to the left upper
/// corner of the block's content. Read with the indexes given to [BlockGraph#of]. Immutable.
///
/// Cards stand on multiples of 4 and at least 8 apart. A route consists of horizontal and vertical
/// pieces, starts and ends on the border of its two cards, never runs over a card, and shares a
/// piece only with routes of its category that end at one port with it.
public final class BlockGeometry {
  /// How it was made.
  public enum Method {
    /// By the layered algorithm.
    LAYERED,
    /// By the layered algorithm with less effort, for a large block.
    LAYERED_CHEAP,
    /// In columns, for a very large block or because the layered algorithm failed.
    COLUMNS
  }

  private final BlockGraph graph;
  private final Placed placed;

  BlockGeometry(BlockGraph graph, Placed placed) {
    this.graph = graph;
    this.placed = placed;
  }

  /// The room it takes, multiples of 4; 0 × 0 without cards.
  public Size size() {
    return placed.size();
  }

  public Rect box(int box) {
    return placed.boxes().get(graph.placeOfBox(box));
  }

  /// From the border of the card the line starts at to the border of the one it ends at. Empty for
  /// a line from a card to itself, and for all lines of a block that has too many to be told apart.
  public List<Point> route(int line) {
    int link = graph.linkOfLine(line);
    return link < 0 ? List.of() : placed.routes().get(link);
  }

  public Method method() {
    return placed.method();
  }
}
