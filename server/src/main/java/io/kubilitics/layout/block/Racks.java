package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Many twins that would make a very high stack, such as the thirty ConfigMaps of one workload, as
/// one large box for the layered algorithm; afterwards each stands in its place in it.
final class Racks {
  private static final Rect NOWHERE = new Rect(0, 0, 0, 0);

  /// A stack of so many is no rack yet.
  private static final int STACK = 12;

  private final Shape shape;
  private final Course course;
  private final List<Rack> racks = new ArrayList<>();
  private final int[] rackOf;
  private final int[] placeInRack;
  private final int[] packedBox;
  private final Shape packed;
  private final Map<Link, Integer> packedLinks = new HashMap<>();

  private Racks(Shape shape) {
    this.shape = shape;
    this.course = Course.of(shape);
    this.rackOf = new int[shape.boxes()];
    this.placeInRack = new int[shape.boxes()];
    this.packedBox = new int[shape.boxes()];
    Arrays.fill(rackOf, -1);
    find();
    this.packed = pack();
  }

  static Racks of(Shape shape) {
    return new Racks(shape);
  }

  /// The shape with one box for each rack; the same shape when there is none.
  Shape packed() {
    return packed;
  }

  /// The layout of the shape from that of the packed one.
  Placed unpacked(Placed layout) {
    if (racks.isEmpty()) {
      return layout;
    }
    List<Rect> boxes = new ArrayList<>(Collections.nCopies(shape.boxes(), NOWHERE));
    for (int box = 0; box < shape.boxes(); box++) {
      Rect outer = layout.boxes().get(packedBox[box]);
      boxes.set(box, rackOf[box] < 0 ? outer : racks.get(rackOf[box]).box(placeInRack[box], outer));
    }
    List<List<Point>> routes = new ArrayList<>(shape.links());
    for (int link = 0; link < shape.links(); link++) {
      routes.add(route(link, layout));
    }
    return new Placed(layout.size(), boxes, routes, layout.method());
  }

  private void find() {
    List<List<Integer>> linksOfBoxes = shape.linksOfBoxes();
    for (List<Integer> twins : Twins.groups(shape)) {
      int first = twins.getFirst();
      if (twins.size() <= STACK || shape.workload(first)) {
        continue;
      }
      List<Integer> links = linksOfBoxes.get(first);
      boolean right = links.stream().allMatch(link -> course.right(link) == first);
      boolean left = links.stream().allMatch(link -> course.left(link) == first);
      boolean oneRank = links.stream().map(shape::rank).distinct().count() == 1;
      if ((left || right) && oneRank) {
        for (int at = 0; at < twins.size(); at++) {
          rackOf[twins.get(at)] = racks.size();
          placeInRack[twins.get(at)] = at;
        }
        racks.add(Rack.of(shape.size(first), twins.size(), right));
      }
    }
  }

  private Shape pack() {
    if (racks.isEmpty()) {
      return shape;
    }
    List<Box> boxes = new ArrayList<>();
    Map<Integer, Integer> boxOfRack = new HashMap<>();
    for (int box = 0; box < shape.boxes(); box++) {
      Integer known = boxOfRack.get(rackOf[box]);
      if (known != null) {
        packedBox[box] = known;
        continue;
      }
      packedBox[box] = boxes.size();
      if (rackOf[box] < 0) {
        boxes.add(shape.box(box));
      } else {
        boxOfRack.put(rackOf[box], boxes.size());
        boxes.add(new Box(shape.kindOrder(box), "", racks.get(rackOf[box]).size(), false));
      }
    }
    TreeSet<Link> links = new TreeSet<>(Link.ORDER);
    for (int link = 0; link < shape.links(); link++) {
      links.add(packedLink(link));
    }
    for (Link link : links) {
      packedLinks.put(link, packedLinks.size());
    }
    return Shape.of(boxes, List.copyOf(links));
  }

  private Link packedLink(int link) {
    return new Link(packedBox[shape.from(link)], packedBox[shape.to(link)], shape.rank(link));
  }

  private List<Point> route(int link, Placed layout) {
    List<Point> outer =
        racks.isEmpty()
            ? layout.routes().get(link)
            : layout.routes().get(Objects.requireNonNull(packedLinks.get(packedLink(link))));
    if (outer.isEmpty()) {
      return outer;
    }
    boolean backward = course.backward(link);
    List<Point> route = new ArrayList<>(backward ? outer.reversed() : outer);
    int left = course.left(link);
    int right = course.right(link);
    if (rackOf[left] >= 0) {
      Rect rect = layout.boxes().get(packedBox[left]);
      route.addAll(0, racks.get(rackOf[left]).way(placeInRack[left], rect).reversed());
    }
    if (rackOf[right] >= 0) {
      Rect rect = layout.boxes().get(packedBox[right]);
      route.addAll(racks.get(rackOf[right]).way(placeInRack[right], rect));
    }
    List<Point> straight = withoutNeedlessPoints(route);
    return backward ? straight.reversed() : straight;
  }

  private static List<Point> withoutNeedlessPoints(List<Point> route) {
    List<Point> kept = new ArrayList<>();
    for (Point point : route) {
      int last = kept.size() - 1;
      if (last >= 0 && kept.get(last).equals(point)) {
        continue;
      }
      if (last > 0 && inOneLine(kept.get(last - 1), kept.get(last), point)) {
        kept.removeLast();
      }
      kept.add(point);
    }
    return kept;
  }

  private static boolean inOneLine(Point a, Point b, Point c) {
    return (a.x() == b.x() && b.x() == c.x()) || (a.y() == b.y() && b.y() == c.y());
  }

  /// How the cards of a rack stand: in several columns of the same even number of rows, with an
  /// aisle in the middle. The trunk runs through the aisle and forks up and down before each
  /// column.
  ///
  /// @param right true when the trunk comes from the left
  private record Rack(Size card, int count, int rows, int columns, boolean right) {
    private static final int AISLE = 24;
    private static final int FEWEST_ROWS = 8;

    static Rack of(Size card, int count, boolean right) {
      int width = card.width() + Grid.COLUMN_GAP;
      int height = card.height() + Grid.STACK_GAP;
      int rows = FEWEST_ROWS;
      while (10L * Math.ceilDiv(count, rows) * width > (long) Grid.ASPECT_TENTHS * rows * height) {
        rows += 2;
      }
      int columns = Math.ceilDiv(count, rows);
      int balanced = Math.ceilDiv(count, columns);
      return new Rack(card, count, balanced + balanced % 2, columns, right);
    }

    Size size() {
      int width = Grid.TRACK_MARGIN + columns * card.width() + (columns - 1) * Grid.COLUMN_GAP;
      int height =
          rows * (card.height() + Grid.STACK_GAP) - Grid.STACK_GAP + AISLE - Grid.STACK_GAP;
      return new Size(width, height);
    }

    Rect box(int place, Rect rack) {
      int column = place / rows;
      int row = place % rows;
      int x = (right ? Grid.TRACK_MARGIN : 0) + column * (card.width() + Grid.COLUMN_GAP);
      int y = row * (card.height() + Grid.STACK_GAP);
      int below = row >= rows / 2 ? AISLE - Grid.STACK_GAP : 0;
      return new Rect(rack.x() + x, rack.y() + y + below, card.width(), card.height());
    }

    /// From the side of the rack to the card.
    List<Point> way(int place, Rect rack) {
      Rect box = box(place, rack);
      int aisle = rack.y() + rack.height() / 2;
      int middle = box.y() + box.height() / 2;
      int track = right ? box.x() - Grid.TRACK_MARGIN : box.right() + Grid.TRACK_MARGIN;
      return List.of(
          new Point(track, aisle),
          new Point(track, middle),
          new Point(right ? box.x() : box.right(), middle));
    }
  }
}
