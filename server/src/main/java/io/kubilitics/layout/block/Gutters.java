package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.List;

/// The lines of a block that is laid out in columns. A line leaves its left card to the right, runs
/// up or down in the gutter beside it, and goes into its right card; when there are columns between
/// the two, it runs below all cards from gutter to gutter. Each bundle has a track of its own in
/// each gutter and a lane of its own below the cards.
///
/// Lines leave at multiples of 4 and arrive between them, so that no two that go into a gutter from
/// its two sides lie on each other.
final class Gutters {
  /// Above it nobody could follow a line, and none is drawn.
  private static final int DRAWN_LINKS = 2_000;

  /// The same for lines side by side.
  private static final int DRAWN_TRACKS = 64;

  /// How far above its port a line arrives.
  private static final int BETWEEN = Grid.STEP / 2;

  private final Shape shape;
  private final Course course;
  private final Bundles bundles;
  private final Ports ports;
  private final int[] columnOf;
  private final int[] top;
  private final List<Tracks> gutters = new ArrayList<>();
  private final Tracks lanes = new Tracks();
  private final boolean drawn;

  private Gutters(Shape shape, int[] columnOf, int[] top, int columns) {
    this.shape = shape;
    this.course = Course.of(shape);
    this.bundles = Bundles.of(shape, course);
    this.ports = Ports.of(shape, course);
    this.columnOf = columnOf;
    this.top = top;
    for (int column = 0; column < columns; column++) {
      gutters.add(new Tracks());
    }
    this.drawn = shape.links() <= DRAWN_LINKS && assigned();
  }

  static Gutters of(Shape shape, int[] columnOf, int[] top, int columns) {
    return new Gutters(shape, columnOf, top, columns);
  }

  private boolean assigned() {
    int below = 0;
    for (int box = 0; box < top.length; box++) {
      below = Math.max(below, top[box] + shape.height(box) + Grid.TRACK);
    }
    for (int link = 0; link < shape.links(); link++) {
      if (ports.fit(link)) {
        cover(link, below);
      }
    }
    lanes.assign();
    gutters.forEach(Tracks::assign);
    return lanes.count() <= DRAWN_TRACKS
        && gutters.stream().allMatch(gutter -> gutter.count() <= DRAWN_TRACKS);
  }

  private void cover(int link, int below) {
    int bundle = bundles.of(link);
    int first = first(link);
    int last = last(link);
    if (first == last) {
      gutters.get(first).cover(bundle, leaves(link), arrives(link));
      return;
    }
    gutters.get(first).cover(bundle, leaves(link), below);
    gutters.get(last).cover(bundle, arrives(link), below);
    lanes.cover(bundle, first * Grid.TRACK, last * Grid.TRACK);
  }

  /// Between this column and the next; none is behind the last.
  int width(int column) {
    int tracks = drawn ? gutters.get(column).count() : 0;
    return Math.max(Grid.COLUMN_GAP, 2 * Grid.TRACK_MARGIN + (tracks - 1) * Grid.TRACK);
  }

  /// What the lanes need below the cards.
  int heightOfLanes() {
    return drawn ? lanes.count() * Grid.TRACK : 0;
  }

  /// The route of each link, without a point for one that is not drawn.
  ///
  /// @param right where each column ends
  /// @param bottom where the lowest card ends
  List<List<Point>> routes(List<Rect> boxes, int[] right, int bottom) {
    List<List<Point>> routes = new ArrayList<>(shape.links());
    for (int link = 0; link < shape.links(); link++) {
      if (!drawn || !ports.fit(link)) {
        routes.add(List.of());
        continue;
      }
      List<Point> route = route(link, boxes, right, bottom);
      routes.add(course.backward(link) ? route.reversed() : route);
    }
    return routes;
  }

  private List<Point> route(int link, List<Rect> boxes, int[] right, int bottom) {
    int from = boxes.get(course.left(link)).right();
    int to = boxes.get(course.right(link)).x();
    int down = track(link, first(link), right);
    if (first(link) == last(link)) {
      return List.of(
          new Point(from, leaves(link)),
          new Point(down, leaves(link)),
          new Point(down, arrives(link)),
          new Point(to, arrives(link)));
    }
    int up = track(link, last(link), right);
    int lane = bottom + (1 + lanes.of(bundles.of(link))) * Grid.TRACK;
    return List.of(
        new Point(from, leaves(link)),
        new Point(down, leaves(link)),
        new Point(down, lane),
        new Point(up, lane),
        new Point(up, arrives(link)),
        new Point(to, arrives(link)));
  }

  private int track(int link, int gutter, int[] right) {
    int track = gutters.get(gutter).of(bundles.of(link));
    return right[gutter] + Grid.TRACK_MARGIN + track * Grid.TRACK;
  }

  private int first(int link) {
    return columnOf[course.left(link)];
  }

  private int last(int link) {
    return columnOf[course.right(link)] - 1;
  }

  private int leaves(int link) {
    int box = course.left(link);
    return top[box] + ports.right(box, shape.rank(link));
  }

  private int arrives(int link) {
    int box = course.right(link);
    return top[box] + ports.left(box, shape.rank(link)) - BETWEEN;
  }
}
