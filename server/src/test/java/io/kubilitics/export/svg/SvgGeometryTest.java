package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Street;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/// What is painted stands where the drawing says, read back from the document.
class SvgGeometryTest {
  static Stream<Drawing> near() {
    return Stream.of(Level.DETAIL, Level.CARDS)
        .flatMap(level ->
            Stream.of(
                ShopDrawing.at(level),
                ShopDrawing.at(level, ShopDrawing.cart()),
                SpecimenDrawing.at(level),
                HostileDrawing.at(level)));
  }

  static Stream<Drawing> far() {
    return Stream.of(Level.APPS, Level.NAMESPACES)
        .flatMap(level -> Stream.of(CityDrawing.at(level, null), HostileDrawing.at(level)));
  }

  static Stream<Drawing> all() {
    return Stream.concat(near(), far());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFrameCoversItsRectangle(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Scale scale = Scale.of(drawing.level());
    List<Rect> expected = new ArrayList<>();
    List<Rect> painted = new ArrayList<>();
    for (Frame frame : frames(drawing)) {
      expected.add(scale.px(frame.rect()));
    }
    for (Element group : frameGroups(map)) {
      painted.add(map.covered(PaintedMap.firstRect(group)));
    }

    assertThat(painted).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("near")
  void everyBlockCoversItsRectangle(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    List<Rect> expected = new ArrayList<>();
    forEachBlock(drawing, (_, at) -> expected.add(Scale.of(drawing.level()).px(at)));

    assertThat(blockGroups(map))
        .extracting(group -> map.covered(PaintedMap.firstRect(group)))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("far")
  void everyTileStaysInsideItsBlock(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    List<Rect> expected = new ArrayList<>();
    if (drawing.level() == Level.APPS) {
      forEachBlock(
          drawing,
          (_, at) -> expected.add(Scale.of(drawing.level()).px(at).grown(-AppTiles.INSET)));
    }

    assertThat(blockGroups(map))
        .extracting(group -> map.covered(PaintedMap.firstRect(group)))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("near")
  void everyCardStandsAtItsPlaceInItsSize(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Scale scale = Scale.of(drawing.level());
    List<String> expected = new ArrayList<>();
    forEachBlock(
        drawing,
        (block, at) ->
            block
                .cards()
                .forEach(card -> {
                  Rect rect = scale.px(card.rect().plus(at.x(), at.y()));
                  boolean row = card.shape() == CardShape.ROW;
                  expected.add(
                      held(card.id().toString())
                          + " "
                          + (row ? new Point(rect.x(), rect.y()) : rect));
                }));
    List<String> painted = new ArrayList<>();
    for (Element group : cardGroups(map)) {
      boolean row =
          PaintedMap.children(group).stream().noneMatch(child -> child.getTagName().equals("rect"));
      Object at = row ? map.origin(group) : map.covered(PaintedMap.firstRect(group));
      painted.add(group.getAttribute("data-id") + " " + at);
    }

    assertThat(painted).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("near")
  void everyCellStandsAtItsPlaceInItsCard(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Scale scale = Scale.of(drawing.level());
    List<String> expected = new ArrayList<>();
    forEachBlock(
        drawing,
        (block, at) -> {
          for (Card card : block.cards()) {
            Rect own = scale.px(card.rect().plus(at.x(), at.y()));
            for (Cell cell : card.cells()) {
              Rect rect = scale.px(card.shape().cell(cell.number(), card.capacity()));
              if (drawing.level() == Level.CARDS && card.shape() == CardShape.STATEFUL) {
                rect = new Rect(rect.x(), rect.y(), rect.width(), 12);
              }
              expected.add(held(cell.id().toString()) + " " + rect.plus(own.x(), own.y()));
            }
          }
        });
    List<String> painted = new ArrayList<>();
    for (Element card : cardGroups(map)) {
      for (Element cell : PaintedMap.children(card)) {
        if (cell.hasAttribute("data-id")) {
          Element rect = cell.getTagName().equals("g") ? PaintedMap.firstRect(cell) : cell;
          painted.add(cell.getAttribute("data-id") + " " + map.covered(rect));
        }
      }
    }

    assertThat(painted).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("near")
  void everyLineRunsThroughItsPoints(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Map<String, List<Point>> expected = new HashMap<>();
    Scale scale = Scale.of(drawing.level());
    List<Route> routes = new ArrayList<>();
    forEachBlock(
        drawing,
        (block, at) ->
            block
                .routes()
                .forEach(route -> {
                  routes.add(route);
                  expected.put(
                      key(route), Course.of(scale.px(route.points(), at.x(), at.y())).points());
                }));
    List<Element> lines = map.all(element -> element.hasAttribute("data-edge"));

    long lit = drawing.lit() == null ? 0 : drawing.lit().routes().size();
    assertThat(lines).hasSize(Math.toIntExact(routes.size() + lit));
    for (Route route : routes) {
      List<Point> points = Course.of(expected.getOrDefault(key(route), List.of())).points();
      assertThat(lines)
          .filteredOn(line -> line.getAttribute("data-edge").equals(edge(route)))
          .anySatisfy(line ->
              assertThat(map.course(line)).isEqualTo(stopped(points, route, drawing.level())));
    }
  }

  @ParameterizedTest
  @MethodSource("near")
  void everyEndOfALineTouchesTheBorderItPointsAt(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Scale scale = Scale.of(drawing.level());
    forEachBlock(
        drawing,
        (block, at) -> {
          for (Route route : block.routes()) {
            Point border = scale.px(route.points(), at.x(), at.y()).getLast();
            assertThat(map.all(element -> element.getAttribute("data-edge").equals(edge(route))))
                .anySatisfy(line ->
                    assertThat(distance(map, PaintedMap.next(line), route.end(), border))
                        .isLessThanOrEqualTo(1.01));
          }
        });
  }

  /// From the tip of an end to the border, in pixels.
  private static double distance(PaintedMap map, Element end, Route.End kind, Point border) {
    if (kind == Route.End.RING) {
      double x = Double.parseDouble(end.getAttribute("cx")) - border.x();
      double y = Double.parseDouble(end.getAttribute("cy")) - border.y();
      return Math.abs(Math.hypot(x, y) - Double.parseDouble(end.getAttribute("r")));
    }
    List<Point> points = map.course(end);
    Point tip = kind == Route.End.TRIANGLE ? points.getFirst() : points.get(1);
    return Math.hypot(tip.x() - border.x(), tip.y() - border.y());
  }

  @ParameterizedTest
  @MethodSource("far")
  void everyStreetEndsAtTheBordersOfItsTiles(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    List<Street> streets =
        drawing.regions().stream()
            .flatMap(region -> region.streets().stream())
            .filter(street -> street.points().size() > 1)
            .toList();
    List<Element> lines = map.all(element -> element.hasAttribute("data-from"));

    assertThat(lines)
        .extracting(line -> line.getAttribute("data-count"))
        .containsExactlyElementsOf(
            streets.stream().map(street -> Integer.toString(street.count())).toList());
    if (drawing.bounds().x() < 0) {
      return;
    }
    for (int at = 0; at < streets.size(); at++) {
      Rect from = tile(map, streets.get(at).from());
      Rect to = tile(map, streets.get(at).to());
      List<Point> course = map.course(lines.get(at));
      assertThat(isOnBorder(course.getFirst(), from)).isTrue();
      int length = drawing.level() == Level.APPS ? 4 : 3;
      assertThat(isOnBorder(extended(course, length), to)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("near")
  void linesOfTheShopBeginAndEndOnTheBordersOfTheirCards(Drawing drawing) {
    if (!drawing.regions().getFirst().cluster().value().equals("prod-eu-1")
        || drawing.regions().size() > 1) {
      return;
    }
    PaintedMap map = PaintedMap.of(drawing);
    Map<String, Rect> cards = new HashMap<>();
    for (Element group : cardGroups(map)) {
      boolean row =
          PaintedMap.children(group).stream().noneMatch(child -> child.getTagName().equals("rect"));
      if (!row) {
        cards.put(group.getAttribute("data-id"), map.covered(PaintedMap.firstRect(group)));
      }
    }
    forEachBlock(
        drawing,
        (block, _) ->
            block
                .routes()
                .forEach(route -> {
                  Element line =
                      map.all(element -> element.getAttribute("data-edge").equals(edge(route)))
                          .getFirst();
                  List<Point> course = reachingTheBorder(map.course(line), route, drawing.level());
                  Rect source = cards.getOrDefault(route.source().toString(), new Rect(0, 0, 0, 0));
                  Rect target = cards.getOrDefault(route.target().toString(), new Rect(0, 0, 0, 0));
                  assertThat(isOnBorder(course.getFirst(), source)).isTrue();
                  assertThat(isOnBorder(course.getLast(), target)).isTrue();
                }));
  }

  /// Where a line stops, since its end stands there; never before its last corner.
  private static List<Point> stopped(List<Point> points, Route route, Level level) {
    List<Point> stopped = new ArrayList<>(points);
    Point last = points.getLast();
    Point before = points.get(points.size() - 2);
    int run = Math.abs(last.x() - before.x()) + Math.abs(last.y() - before.y());
    int cut = Math.min(run, LineEnd.length(route.end(), level == Level.DETAIL));
    stopped.set(points.size() - 1, extended(points, -cut));
    return stopped;
  }

  private static List<Point> reachingTheBorder(List<Point> course, Route route, Level level) {
    List<Point> reaching = new ArrayList<>(course);
    int cut = LineEnd.length(route.end(), level == Level.DETAIL);
    reaching.set(course.size() - 1, extended(course, cut));
    return reaching;
  }

  private static Point extended(List<Point> course, int by) {
    Point last = course.getLast();
    Point before = course.get(course.size() - 2);
    return last.plus(
        Integer.signum(last.x() - before.x()) * by, Integer.signum(last.y() - before.y()) * by);
  }

  private static boolean isOnBorder(Point point, Rect rect) {
    boolean across = point.x() >= rect.x() && point.x() <= rect.right();
    boolean down = point.y() >= rect.y() && point.y() <= rect.bottom();
    boolean upright = point.x() == rect.x() || point.x() == rect.right();
    boolean level = point.y() == rect.y() || point.y() == rect.bottom();
    return (upright && down) || (level && across);
  }

  private static Rect tile(PaintedMap map, String key) {
    String[] keys = key.split("\n", -1);
    Element frame = map.all(element -> element.getAttribute("data-key").equals(keys[0])).getFirst();
    Element tile = frame;
    if (keys.length > 1) {
      tile =
          PaintedMap.within(frame, element -> element.getAttribute("data-key").equals(keys[1]))
              .getFirst();
    }
    return map.covered(PaintedMap.firstRect(tile));
  }

  private static String edge(Route route) {
    return held(route.edges().getFirst());
  }

  /// As XML can hold it.
  private static String held(String text) {
    StringBuilder held = new StringBuilder();
    text.codePoints()
        .map(point -> point < ' ' ? 0x2400 + point : point)
        .map(point -> point == 0x7F || point == 0x85 || point == 0xFFFE ? 0xFFFD : point)
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
        .forEach(held::appendCodePoint);
    return held.toString();
  }

  private static String key(Route route) {
    return edge(route) + route.state() + route.points();
  }

  private static List<Frame> frames(Drawing drawing) {
    return drawing.regions().stream().map(Region::frames).flatMap(List::stream).toList();
  }

  private interface BlockUse {
    void accept(Block block, Rect onCanvas);
  }

  private static void forEachBlock(Drawing drawing, BlockUse use) {
    for (Frame frame : frames(drawing)) {
      for (Block block : frame.blocks()) {
        use.accept(block, block.rect().plus(frame.rect().x(), frame.rect().y()));
      }
    }
  }

  private static List<Element> frameGroups(PaintedMap map) {
    return map.all(element -> element.hasAttribute("data-cluster")).stream()
        .flatMap(region -> PaintedMap.children(region).stream())
        .filter(element -> element.hasAttribute("data-key"))
        .toList();
  }

  private static List<Element> blockGroups(PaintedMap map) {
    return frameGroups(map).stream()
        .flatMap(frame -> PaintedMap.children(frame).stream())
        .filter(element -> element.hasAttribute("data-key"))
        .toList();
  }

  private static List<Element> cardGroups(PaintedMap map) {
    return blockGroups(map).stream()
        .flatMap(block -> PaintedMap.children(block).stream())
        .filter(element -> element.hasAttribute("data-id"))
        .toList();
  }
}
