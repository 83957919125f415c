package io.kubilitics.export.drawio;

import io.kubilitics.export.World;
import io.kubilitics.model.ClusterId;
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
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made-up drawings with something of everything, whose texts are hostile. The same seed gives the
/// same drawing.
final class Drawings {
  private final Random random;
  private final Level level;
  private int made;

  private Drawings(long seed, Level level) {
    this.random = new Random(seed);
    this.level = level;
  }

  static Drawing of(long seed, Level level, int regions) {
    return new Drawings(seed, level).drawing(regions);
  }

  static Drawing empty() {
    return new Drawing(Level.DETAIL, new Rect(0, 0, 0, 0), new Rect(0, 0, 0, 0), List.of(), null);
  }

  private Drawing drawing(int count) {
    List<Region> regions = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      regions.add(region(number));
    }
    Rect bounds = new Rect(-200, -100, 5_000 * count, 3_000);
    return new Drawing(level, bounds, bounds, regions, lit(regions.getFirst()));
  }

  private Region region(int number) {
    List<Frame> frames = new ArrayList<>();
    for (int frame = 0; frame < 3; frame++) {
      frames.add(frame(new Rect(number * 5_000 - 120 + frame * 1_500, -60, 1_400, 1_200), frame));
    }
    List<Street> streets = new ArrayList<>();
    boolean apps = level == Level.APPS;
    if (apps || level == Level.NAMESPACES) {
      String from = key(frames.getFirst(), apps);
      String to = key(frames.get(2), apps);
      Rect start = place(frames.getFirst(), apps);
      Rect end = place(frames.get(2), apps);
      streets.add(
          new Street(
              from,
              to,
              7,
              2,
              List.of(
                  new Point(start.right(), start.y() + 30),
                  new Point(start.right() + 20, start.y() + 30),
                  new Point(start.right() + 20, end.y() + 60),
                  new Point(end.x(), end.y() + 60))));
      streets.add(new Street(to, from, 3, 1, List.of()));
    }
    return new Region(
        new ClusterId("cluster-" + number),
        0,
        0,
        Instant.EPOCH,
        "namespace",
        new Rect(number * 5_000 - 150, -90, 4_600, 1_300),
        List.of(),
        List.of(),
        true,
        tally(),
        Map.of(),
        frames,
        streets);
  }

  private static String key(Frame frame, boolean block) {
    return block ? frame.key() + '\n' + frame.blocks().getFirst().key() : frame.key();
  }

  private static Rect place(Frame frame, boolean block) {
    Rect inside = frame.blocks().isEmpty() ? frame.rect() : frame.blocks().getFirst().rect();
    return block ? inside.plus(frame.rect().x(), frame.rect().y()) : frame.rect();
  }

  private Frame frame(Rect rect, int number) {
    List<Block> blocks = new ArrayList<>();
    if (level != Level.NAMESPACES) {
      for (int block = 0; block < 2; block++) {
        blocks.add(block(new Rect(20 + block * 690, 52, 670, 1_100), block));
      }
    }
    return new Frame(
        "f" + number + text(),
        Frame.Type.GROUP,
        rect,
        label(),
        label(),
        tally(),
        look(),
        List.of(),
        blocks);
  }

  private Block block(Rect rect, int number) {
    List<Card> cards = new ArrayList<>();
    List<Route> routes = new ArrayList<>();
    List<Block.App> apps = new ArrayList<>();
    if (level == Level.APPS) {
      apps.add(new Block.App(id(), "deployment", label(), "3/4", look(), tally()));
      apps.add(new Block.App(id(), "deployment", label(), "", look(), tally()));
    } else {
      for (CardShape shape : CardShape.values()) {
        cards.add(card(shape, new Point(16 + cards.size() % 2 * 330, 40 + cards.size() / 2 * 500)));
      }
      for (EdgeState state : EdgeState.values()) {
        routes.add(route(cards.getFirst(), cards.get(1), state));
      }
      routes.add(route(cards.get(1), cards.get(2), EdgeState.RESOLVED));
    }
    return new Block(
        "b" + number + text(),
        Block.Type.APP,
        rect,
        label(),
        label(),
        tally(),
        look(),
        apps,
        cards,
        routes);
  }

  private Card card(CardShape shape, Point at) {
    int capacity = shape.hasCells() ? List.of(1, 4, 9, 25).get(random.nextInt(4)) : 0;
    Size size = shape.size(capacity);
    List<Generation> strip = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    if (shape == CardShape.WORKLOAD) {
      strip.add(new Generation(List.of(id()), "r14", "0/1", look(), true));
      strip.add(new Generation(List.of(id(), id()), "+ 2", "", look(), false));
    }
    for (int number = 0; number < capacity; number += 1 + random.nextInt(2)) {
      List<Cell.Strip> volumes =
          shape == CardShape.STATEFUL
              ? List.of(new Cell.Strip(id(), label(), label(), look()))
              : List.of();
      cells.add(new Cell(id(), number, label(), look(), text(), volumes));
    }
    return new Card(
        id(),
        shape,
        new Rect(at.x(), at.y(), size.width(), size.height()),
        capacity,
        one(Hue.values()),
        "deployment",
        "Deploy",
        label(),
        label(),
        random.nextBoolean(),
        look(),
        "3/4",
        label(),
        strip,
        cells,
        random.nextInt(3));
  }

  /// From the right side of one to the left or the upper side of the other.
  private Route route(Card from, Card to, EdgeState state) {
    Point start = new Point(from.rect().right(), from.rect().y() + 1 + random.nextInt(38));
    boolean above = to.rect().x() < start.x();
    Point end =
        above
            ? new Point(to.rect().x() + 12 + random.nextInt(80), to.rect().y())
            : new Point(to.rect().x(), to.rect().y() + random.nextInt(40));
    List<Point> points = new ArrayList<>(List.of(start));
    if (above) {
      points.add(new Point(start.x() + 8, start.y()));
      points.add(new Point(start.x() + 8, end.y() - 10));
      points.add(new Point(end.x(), end.y() - 10));
    } else if (start.y() != end.y()) {
      points.add(new Point(start.x() + 40, start.y()));
      points.add(new Point(start.x() + 40, end.y()));
    }
    points.add(end);
    return new Route(
        List.of(text(), text()),
        2,
        from.id(),
        to.id(),
        one(Category.values()),
        state,
        random.nextBoolean(),
        random.nextBoolean() ? "uses" : "",
        points);
  }

  /// From a card, or a Pod in it, to a card that is not drawn.
  private Lit lit(Region region) {
    List<Card> cards =
        region.frames().stream()
            .flatMap(frame -> frame.blocks().stream())
            .flatMap(block -> block.cards().stream())
            .toList();
    if (cards.isEmpty()) {
      return new Lit(id(), List.of(), List.of(), List.of());
    }
    Frame frame = region.frames().getFirst();
    Rect block = frame.blocks().getFirst().rect();
    Rect place =
        cards.getFirst().rect().plus(frame.rect().x() + block.x(), frame.rect().y() + block.y());
    Route away =
        new Route(
            List.of(text()),
            1,
            cards.getFirst().id(),
            id(),
            Category.STORAGE,
            EdgeState.RESOLVED,
            false,
            "",
            List.of(
                new Point(place.x(), place.y() + 20),
                new Point(place.x() - 300, place.y() + 20),
                new Point(place.x() - 300, place.y() - 400)));
    List<Cell> cells = cards.getFirst().cells();
    return new Lit(
        cells.isEmpty() ? cards.getFirst().id() : cells.getFirst().id(),
        List.of(),
        List.of(away),
        List.of(new Lit.Pill(new Point(place.x(), place.y() - 30), Label.whole("runs on 3"))));
  }

  private ResourceId id() {
    return new ResourceId(new Kind("apps", "Deployment"), text(), "n" + ++made + text());
  }

  private Label label() {
    String text = text();
    return new Label(text.substring(0, Math.min(20, text.length())), text);
  }

  private Look look() {
    return one(Look.values());
  }

  private <T> T one(T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private Tally tally() {
    return new Tally(random.nextInt(900), Map.of(look(), 1 + random.nextInt(9)));
  }

  private String text() {
    return World.HOSTILE.get(random.nextInt(World.HOSTILE.size()));
  }
}
