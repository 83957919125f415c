package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A block put together by hand, card after card; Pods and generations go into the last card.
final class BlockSketch {
  private final String key;
  private final Block.Type type;
  private final Rect rect;
  private final String title;
  private final String note;
  private final int objects;
  private final Level level;
  private final List<Card> cards = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  private BlockSketch(
      Level level, String key, Block.Type type, Rect rect, String title, String note, int objects) {
    this.level = level;
    this.key = key;
    this.type = type;
    this.rect = rect;
    this.title = title;
    this.note = note;
    this.objects = objects;
  }

  static BlockSketch block(
      Level level, String key, Block.Type type, Rect rect, String title, String note, int objects) {
    return new BlockSketch(level, key, type, rect, title, note, objects);
  }

  BlockSketch simple(String id, int x, int y, String hue, String glyph, String fact, Look look) {
    return add(id, CardShape.SIMPLE, x, y, 0, hue, glyph, fact, look, "", "");
  }

  BlockSketch row(String id, int x, int y, String hue, String glyph, String fact, Look look) {
    return add(id, CardShape.ROW, x, y, 0, hue, glyph, fact, look, "", "");
  }

  BlockSketch workload(
      String id,
      int x,
      int y,
      String hue,
      String glyph,
      String fact,
      Look look,
      int capacity,
      String ready,
      String tag) {
    return add(id, CardShape.WORKLOAD, x, y, capacity, hue, glyph, fact, look, ready, tag);
  }

  BlockSketch stateful(
      String id,
      int x,
      int y,
      String hue,
      String glyph,
      String fact,
      Look look,
      int capacity,
      String ready,
      String tag) {
    return add(id, CardShape.STATEFUL, x, y, capacity, hue, glyph, fact, look, ready, tag);
  }

  BlockSketch generation(String name, String count, Look look, boolean live) {
    Card card = cards.removeLast();
    List<Generation> strip = new ArrayList<>(card.strip());
    ResourceId id =
        new ResourceId(
            new Kind("apps", "ReplicaSet"), card.id().namespace(), card.id().name() + "-" + name);
    strip.add(new Generation(List.of(id), name, count, look, live));
    cards.add(with(card, strip, card.cells()));
    return this;
  }

  BlockSketch pod(String name, Look look, String why) {
    return pod(name, look, why, List.of());
  }

  BlockSketch pod(String name, Look look, String why, String claim, String volume) {
    ResourceId id = new ResourceId(Kind.core("PersistentVolumeClaim"), "shop", "data-" + name);
    return pod(
        name,
        look,
        why,
        List.of(new Cell.Strip(id, Label.whole(claim), Label.whole(volume), Look.HEALTHY)));
  }

  BlockSketch pod(String name, Look look, String why, List<Cell.Strip> volumes) {
    Card card = cards.removeLast();
    List<Cell> cells = new ArrayList<>(card.cells());
    ResourceId id =
        new ResourceId(Kind.core("Pod"), card.id().namespace(), card.id().name() + "-" + name);
    int room = card.shape() == CardShape.STATEFUL ? 96 : 36;
    cells.add(
        new Cell(
            id, cells.size(), TextMeasure.fitted(name, room, TextStyle.CELL), look, why, volumes));
    cards.add(with(card, card.strip(), cells));
    return this;
  }

  BlockSketch route(
      String source,
      String relation,
      String target,
      Category category,
      EdgeState state,
      boolean inferred,
      String verb,
      int... points) {
    List<Point> course = new ArrayList<>();
    for (int at = 0; at < points.length; at += 2) {
      course.add(new Point(points[at], points[at + 1]));
    }
    routes.add(
        new Route(
            List.of(source + " " + relation + " " + target),
            1,
            ResourceId.parse(source),
            ResourceId.parse(target),
            category,
            state,
            inferred,
            verb,
            course));
    return this;
  }

  Block done() {
    Map<Look, Integer> looks = new EnumMap<>(Look.class);
    Look worst = Look.PLAIN;
    List<Block.App> apps = new ArrayList<>();
    for (Card card : cards) {
      looks.merge(card.look(), 1, Integer::sum);
      card.cells().forEach(cell -> looks.merge(cell.look(), 1, Integer::sum));
      worst = worst.worse(card.look());
      if (card.shape().hasCells()) {
        apps.add(app(card));
      }
    }
    boolean near = level == Level.CARDS || level == Level.DETAIL;
    TextStyle style = level == Level.DETAIL ? TextStyle.BLOCK_TITLE : TextStyle.GENERATION_COUNT;
    return new Block(
        key,
        type,
        rect,
        TextMeasure.fitted(title, rect.width() / level.divisor() - 30, style),
        Label.whole(note),
        new Tally(objects, looks),
        worst,
        level == Level.APPS ? apps : List.of(),
        near ? cards : List.of(),
        near ? routes : List.of());
  }

  private static Block.App app(Card card) {
    Map<Look, Integer> pods = new EnumMap<>(Look.class);
    card.cells().forEach(cell -> pods.merge(cell.look(), 1, Integer::sum));
    return new Block.App(
        card.id(),
        card.glyph(),
        Label.whole(card.id().name()),
        card.ready(),
        card.look(),
        new Tally(card.cells().size(), pods));
  }

  private BlockSketch add(
      String text,
      CardShape shape,
      int x,
      int y,
      int capacity,
      String hue,
      String glyph,
      String fact,
      Look look,
      String ready,
      String tag) {
    ResourceId id = ResourceId.parse(text);
    Size size = shape.size(capacity);
    cards.add(
        new Card(
            id,
            shape,
            new Rect(x, y, size.width(), size.height()),
            capacity,
            Hue.valueOf(hue),
            glyph,
            id.kind().name(),
            name(id.name(), shape, ready),
            TextMeasure.clipped(fact, shape == CardShape.SIMPLE ? 119 : 150, TextStyle.FACT),
            look == Look.FAILED || look == Look.DEGRADED,
            look,
            ready,
            Label.whole(tag),
            List.of(),
            List.of(),
            0));
    return this;
  }

  private Label name(String name, CardShape shape, String ready) {
    boolean detail = level == Level.DETAIL;
    return switch (shape) {
      case SIMPLE ->
          TextMeasure.fitted(
              name, detail ? 118 : 62, detail ? TextStyle.NAME : TextStyle.SMALL_NAME);
      case ROW ->
          TextMeasure.fitted(
              name, detail ? 160 : 104, detail ? TextStyle.ROW_NAME : TextStyle.TILE_LINE);
      case WORKLOAD, STATEFUL -> {
        TextStyle style = detail ? TextStyle.WORKLOAD_NAME : TextStyle.SMALL_WORKLOAD;
        int room = (detail ? 188 : 92) - TextMeasure.width(ready, style);
        yield TextMeasure.fitted(name, room, style);
      }
    };
  }

  private static Card with(Card card, List<Generation> strip, List<Cell> cells) {
    return new Card(
        card.id(),
        card.shape(),
        card.rect(),
        card.capacity(),
        card.hue(),
        card.glyph(),
        card.kind(),
        card.name(),
        card.fact(),
        card.alarm(),
        card.look(),
        card.ready(),
        card.tag(),
        strip,
        cells,
        card.folded());
  }
}
