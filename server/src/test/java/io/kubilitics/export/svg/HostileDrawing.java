package io.kubilitics.export.svg;

import static io.kubilitics.export.svg.BlockSketch.block;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.model.drawing.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Texts as nobody should write them, everywhere a drawing has a text, none of them cut.
final class HostileDrawing {
  static final List<String> TEXTS =
      List.of(
          "n".repeat(253),
          "<script>alert(1)</script>",
          "]]></style><![CDATA[",
          "a\u0000b\u0007c\u001Bd\u007Fe\u0085f\uFFFEg\uD800h",
          "قاعدة-البيانات-الرئيسية",
          "\u202Eevil\u202C \u2066x\u2069",
          "e\u0301".repeat(40),
          "👩‍👩‍👧‍👦🇫🇷🚀",
          "数据库-主节点-一号",
          "a\"b'c&d<e>f",
          "  two  blanks\tand\na line ",
          "${x} {card} %s \\u0041");

  private HostileDrawing() {}

  static Drawing at(Level level) {
    Rect bounds = new Rect(-40, -60, 1800, 1200);
    List<Block> blocks = new ArrayList<>();
    for (int at = 0; at < TEXTS.size(); at++) {
      Rect rect = new Rect(20 + at % 3 * 570, 52 + at / 3 * 280, 552, 264);
      blocks.add(block(level, TEXTS.get(at), rect));
    }
    List<AppCell> cells = new ArrayList<>();
    blocks.forEach(block ->
        cells.add(
            new AppCell(
                block.key(),
                block.title().full(),
                block.title().full(),
                Hue.CUSTOM,
                block.look(),
                block.tally())));
    List<Frame> frames = new ArrayList<>();
    String long253 = TEXTS.getFirst();
    Tally tally = new Tally(Integer.MAX_VALUE, Map.of(Look.FAILED, Integer.MAX_VALUE));
    frames.add(
        new Frame(
            "",
            Frame.Type.CLUSTER,
            new Rect(-40, -60, 1800, 48),
            label(long253),
            label(long253),
            tally,
            Look.FAILED,
            level == Level.NAMESPACES ? cells : List.of(),
            List.of()));
    frames.add(
        new Frame(
            TEXTS.get(1),
            Frame.Type.GROUP,
            new Rect(-40, 0, 1800, 1140),
            label(TEXTS.get(4) + long253),
            label(long253),
            tally,
            Look.LOCKED,
            level == Level.NAMESPACES ? cells : List.of(),
            level == Level.NAMESPACES ? List.of() : blocks));
    Lit lit =
        new Lit(
            new ResourceId(Kind.core("Pod"), "n", "x"),
            List.of(),
            List.of(),
            List.of(new Lit.Pill(new Point(400, 400), label(TEXTS.get(4) + TEXTS.get(1)))));
    return new Drawing(
        level, bounds, bounds, List.of(region(frames, bounds)), level == Level.CARDS ? lit : null);
  }

  private static Region region(List<Frame> frames, Rect bounds) {
    return new Region(
        new ClusterId(TEXTS.get(4) + TEXTS.get(1) + TEXTS.get(3)),
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        ShopDrawing.MOMENT,
        TEXTS.get(2),
        bounds,
        TEXTS,
        TEXTS,
        false,
        new Tally(Integer.MAX_VALUE, Map.of(Look.MISSING, Integer.MAX_VALUE)),
        Map.of(Category.GITOPS, Integer.MAX_VALUE),
        frames,
        List.of(
            new Street(
                TEXTS.get(1), TEXTS.get(2), -1, 99, List.of(new Point(0, 0), new Point(0, 80))),
            new Street("gone\nx", "", 0, 0, List.of())));
  }

  private static Block block(Level level, String text, Rect rect) {
    ResourceId id = new ResourceId(new Kind("<x>", "K&\""), text, text);
    List<Card> cards =
        List.of(
            card(id, CardShape.SIMPLE, new Rect(16, 32, 168, 40), 0, text),
            card(id, CardShape.ROW, new Rect(16, 92, 240, 24), 0, text),
            card(id, CardShape.WORKLOAD, new Rect(284, 32, 252, 108), 4, text));
    List<Route> routes =
        List.of(
            new Route(
                List.of(text + " \"<uses>\" " + text),
                1,
                id,
                id,
                Category.TRAFFIC,
                EdgeState.DENIED,
                false,
                text,
                List.of(new Point(184, 52), new Point(284, 52))));
    boolean near = level == Level.DETAIL || level == Level.CARDS;
    Tally tally = new Tally(3, Map.of(Look.FAILED, 1, Look.PLAIN, 2));
    Block.App app = new Block.App(id, text, label(text), text, Look.FAILED, tally);
    return new Block(
        text,
        Block.Type.APP,
        rect,
        label(text),
        label(text),
        tally,
        Look.FAILED,
        level == Level.APPS ? List.of(app, app) : List.of(),
        near ? cards : List.of(),
        near ? routes : List.of());
  }

  private static Card card(ResourceId id, CardShape shape, Rect rect, int capacity, String text) {
    Generation generation = new Generation(List.of(id), text, text, Look.FAILED, true);
    Cell cell = new Cell(id, 0, label(text), Look.FAILED, text, List.of());
    boolean full = shape.hasCells();
    return new Card(
        id,
        shape,
        rect,
        capacity,
        Hue.WORKLOAD,
        text,
        text,
        label(text),
        label(text),
        true,
        Look.FAILED,
        full ? text : "",
        label(text),
        full ? List.of(generation) : List.of(),
        full ? List.of(cell) : List.of(),
        3);
  }

  private static Label label(String text) {
    return Label.whole(text);
  }
}
