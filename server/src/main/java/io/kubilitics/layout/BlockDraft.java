package io.kubilitics.layout;

import io.kubilitics.layout.block.BlockGeometry;
import io.kubilitics.layout.block.BlockGraph;
import io.kubilitics.layout.block.Box;
import io.kubilitics.layout.block.Line;
import io.kubilitics.layout.outline.BlockOutline;
import io.kubilitics.layout.outline.CardOutline;
import io.kubilitics.layout.outline.FixedOrder;
import io.kubilitics.layout.outline.KindRank;
import io.kubilitics.layout.outline.LineOutline;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.layout.slot.CellRules;
import io.kubilitics.layout.slot.Cells;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A block whose content is known and whose slot is not: which cells its Pods have, how large its
/// cards are, and for a block with lines the graph that is still to be laid out.
final class BlockDraft {
  static final int PAD = 16;
  static final int TITLE = 32;

  private static final int KIND_FLATNESS = 4;
  private static final CellRules RULES = new CellRules();

  private final BlockOutline outline;
  private final Map<ResourceId, Cells> cells;
  private final Cells grid;

  private BlockDraft(BlockOutline outline, Map<ResourceId, Cells> cells, Cells grid) {
    this.outline = outline;
    this.cells = cells;
    this.grid = grid;
  }

  /// @param before the cells that were taken last, by card
  /// @param gridBefore the places that were taken last in a block without lines
  static BlockDraft of(BlockOutline outline, Map<ResourceId, Cells> before, Cells gridBefore) {
    Map<ResourceId, Cells> cells = new HashMap<>();
    for (CardOutline card : outline.cards()) {
      if (card.shape().hasCells()) {
        cells.put(
            card.id(),
            RULES.update(
                before.getOrDefault(card.id(), Cells.NONE),
                names(card, before.getOrDefault(card.id(), Cells.NONE)),
                card.surges()));
      }
    }
    Cells grid =
        isGrid(outline)
            ? RULES.update(
                gridBefore,
                outline.cards().stream().map(card -> card.id().toString()).toList(),
                false)
            : Cells.NONE;
    return new BlockDraft(outline, Map.copyOf(cells), grid);
  }

  /// The Pods of a card in the order in which new ones get their cells: `web-2` before `web-10`.
  private static List<String> names(CardOutline card, Cells before) {
    boolean allKnown = card.pods().stream().allMatch(pod -> before.cell(pod.name()).isPresent());
    return card.pods().stream()
        .sorted(allKnown ? Comparator.naturalOrder() : FixedOrder.BY_NAME)
        .map(ResourceId::name)
        .toList();
  }

  BlockOutline outline() {
    return outline;
  }

  Map<ResourceId, Cells> cells() {
    return cells;
  }

  Cells grid() {
    return grid;
  }

  boolean isGrid() {
    return isGrid(outline);
  }

  private static boolean isGrid(BlockOutline outline) {
    return switch (outline.type()) {
      case APP, ISLAND -> false;
      case SHARED, LOOSE, KIND -> true;
    };
  }

  BlockGraph graph() {
    List<Box> boxes =
        outline.cards().stream()
            .map(card ->
                new Box(
                    KindRank.of(card.id().kind()),
                    card.id().name(),
                    card.shape().size(capacity(card)),
                    card.shape().hasCells()))
            .toList();
    List<Line> lines =
        outline.lines().stream()
            .map(line -> new Line(line.source(), line.target(), line.category()))
            .toList();
    return BlockGraph.of(boxes, lines);
  }

  /// The block with its lines, at no place yet.
  BlockPlan laidOut(BlockGeometry geometry) {
    List<RoutePlan> routes = new ArrayList<>();
    for (int at = 0; at < outline.lines().size(); at++) {
      LineOutline line = outline.lines().get(at);
      List<Point> points =
          geometry.route(at).stream().map(point -> point.plus(PAD, TITLE)).toList();
      routes.add(
          new RoutePlan(
              line.source(), line.target(), line.category(), line.count(), line.edges(), points));
    }
    return plan(
        IntStream.range(0, outline.cards().size()).mapToObj(geometry::box).toList(),
        geometry.size(),
        routes);
  }

  /// A block without lines, at no place yet.
  BlockPlan laidOut() {
    GridShape shape =
        new GridShape(
            outline.cards().getFirst().shape(),
            grid.capacity(),
            outline.type() == Block.Type.KIND ? KIND_FLATNESS : 1);
    List<Rect> rects =
        outline.cards().stream()
            .map(card -> shape.cell(grid.cell(card.id().toString()).orElseThrow()))
            .toList();
    return plan(rects, shape.size(), List.of());
  }

  private BlockPlan plan(List<Rect> rects, Size content, List<RoutePlan> routes) {
    List<CardPlan> cards = new ArrayList<>();
    for (int at = 0; at < rects.size(); at++) {
      CardOutline card = outline.cards().get(at);
      cards.add(
          new CardPlan(
              card.id(),
              card.shape(),
              rects.get(at).plus(PAD, TITLE),
              card.shape().hasCells() ? capacity(card) : 0,
              taken(card),
              card.generations(),
              card.folded()));
    }
    return new BlockPlan(
        outline.key(),
        outline.type(),
        outline.title(),
        outline.roots(),
        new Rect(0, 0, content.width() + 2 * PAD, content.height() + PAD + TITLE),
        cards,
        routes);
  }

  private int capacity(CardOutline card) {
    return card.shape().hasCells() ? cellsOf(card).capacity() : 0;
  }

  private Cells cellsOf(CardOutline card) {
    return cells.getOrDefault(card.id(), Cells.NONE);
  }

  private SortedMap<Integer, ResourceId> taken(CardOutline card) {
    SortedMap<Integer, ResourceId> taken = new TreeMap<>();
    if (card.shape().hasCells()) {
      Cells own = cellsOf(card);
      for (ResourceId pod : card.pods()) {
        taken.put(own.cell(pod.name()).orElseThrow(), pod);
      }
    }
    return taken;
  }
}
