package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a picture of cards and lines costs the eye.
///
/// @param crossings pairs of lines without a common card that cross, each place counted
/// @param length of all lines together
/// @param cards the area of all cards
/// @param area of the whole
record Figures(int boxes, int lines, long crossings, long length, long cards, long area) {
  static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

  private record Piece(int line, int at, int from, int to) {}

  static Figures of(List<Rect> boxes, List<Line> lines, List<List<Point>> routes, Size size) {
    long length = 0;
    int drawn = 0;
    List<Piece> upright = new ArrayList<>();
    List<Piece> level = new ArrayList<>();
    for (int line = 0; line < routes.size(); line++) {
      List<Point> route = routes.get(line);
      drawn += route.isEmpty() ? 0 : 1;
      for (int at = 1; at < route.size(); at++) {
        Point a = route.get(at - 1);
        Point b = route.get(at);
        length += Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
        if (a.x() == b.x()) {
          upright.add(new Piece(line, a.x(), Math.min(a.y(), b.y()), Math.max(a.y(), b.y())));
        } else {
          level.add(new Piece(line, a.y(), Math.min(a.x(), b.x()), Math.max(a.x(), b.x())));
        }
      }
    }
    long cards = boxes.stream().mapToLong(box -> (long) box.width() * box.height()).sum();
    return new Figures(
        boxes.size(),
        drawn,
        crossings(upright, level, lines),
        length,
        cards,
        (long) size.width() * size.height());
  }

  static Figures of(List<Box> boxes, List<Line> lines, BlockGeometry geometry) {
    List<Rect> rects = new ArrayList<>();
    for (int box = 0; box < boxes.size(); box++) {
      rects.add(geometry.box(box));
    }
    List<List<Point>> routes = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      routes.add(geometry.route(line));
    }
    return of(rects, lines, routes, geometry.size());
  }

  /// Both pictures together.
  Figures plus(Figures other) {
    return new Figures(
        boxes + other.boxes,
        lines + other.lines,
        crossings + other.crossings,
        length + other.length,
        cards + other.cards,
        area + other.area);
  }

  long meanLength() {
    return lines == 0 ? 0 : length / lines;
  }

  long fillPercent() {
    return area == 0 ? 0 : 100 * cards / area;
  }

  @Override
  public String toString() {
    return "%d cards, %d lines: %d crossings, mean length %d, fill %d %%"
        .formatted(boxes, lines, crossings, meanLength(), fillPercent());
  }

  private static long crossings(List<Piece> upright, List<Piece> level, List<Line> lines) {
    List<Piece> sorted = new ArrayList<>(level);
    sorted.sort(Comparator.comparingInt(Piece::at));
    long crossings = 0;
    for (Piece one : upright) {
      for (int at = firstBelow(sorted, one.from()); at < sorted.size(); at++) {
        Piece other = sorted.get(at);
        if (other.at() >= one.to()) {
          break;
        }
        if (other.from() < one.at()
            && one.at() < other.to()
            && apart(lines.get(one.line()), lines.get(other.line()))) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  private static int firstBelow(List<Piece> sorted, int y) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (sorted.get(middle).at() <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean apart(Line one, Line other) {
    return one.from() != other.from()
        && one.from() != other.to()
        && one.to() != other.from()
        && one.to() != other.to();
  }
}
