package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is wrong with the geometry of a block, found by looking at it alone; and how many crossings
/// it has. Slow and plain.
record Verified(List<String> faults, int crossings, long length, int drawn) {
  /// A horizontal or vertical piece of a line.
  private record Piece(int line, boolean upright, int at, int from, int to) {}

  static Verified of(List<Box> boxes, List<Line> lines, BlockGeometry geometry) {
    List<String> faults = new ArrayList<>();
    List<Rect> rects = new ArrayList<>();
    for (int box = 0; box < boxes.size(); box++) {
      rects.add(geometry.box(box));
    }
    checkBoxes(boxes, rects, geometry, faults);
    List<Piece> pieces = new ArrayList<>();
    int drawn = 0;
    for (int line = 0; line < lines.size(); line++) {
      List<Point> route = geometry.route(line);
      if (route.isEmpty()) {
        continue;
      }
      drawn++;
      Line given = lines.get(line);
      checkEnds(line, rects.get(given.from()), rects.get(given.to()), route, faults);
      pieces.addAll(pieces(line, route, faults));
    }
    checkPieces(pieces, rects, geometry, faults);
    checkCorner(rects, pieces, faults);
    int crossings = checkPairs(pieces, lines, geometry, faults);
    long length = pieces.stream().mapToLong(piece -> piece.to() - piece.from()).sum();
    return new Verified(faults, crossings, length, drawn);
  }

  private static void checkBoxes(
      List<Box> boxes, List<Rect> rects, BlockGeometry geometry, List<String> faults) {
    Rect whole = new Rect(0, 0, geometry.size().width(), geometry.size().height());
    if (whole.width() % 4 != 0 || whole.height() % 4 != 0) {
      faults.add("size off the grid " + whole);
    }
    for (int box = 0; box < boxes.size(); box++) {
      Rect rect = rects.get(box);
      if (rect.x() % 4 != 0 || rect.y() % 4 != 0) {
        faults.add("box off the grid " + rect);
      }
      if (!rect.size().equals(boxes.get(box).size())) {
        faults.add("box of another size " + rect);
      }
      if (!whole.contains(rect)) {
        faults.add("box outside " + rect + " of " + whole);
      }
    }
    List<Rect> sorted = new ArrayList<>(rects);
    sorted.sort(Comparator.comparingInt(Rect::x));
    for (int one = 0; one < sorted.size(); one++) {
      Rect grown = sorted.get(one).grown(7);
      for (int other = one + 1; other < sorted.size(); other++) {
        if (sorted.get(other).x() > grown.right()) {
          break;
        }
        if (grown.overlaps(sorted.get(other))) {
          faults.add("too near " + sorted.get(one) + " " + sorted.get(other));
        }
      }
    }
  }

  private static void checkCorner(List<Rect> rects, List<Piece> pieces, List<String> faults) {
    int x =
        IntStream.concat(
                rects.stream().mapToInt(Rect::x),
                pieces.stream().mapToInt(piece -> piece.upright() ? piece.at() : piece.from()))
            .min()
            .orElse(0);
    int y =
        IntStream.concat(
                rects.stream().mapToInt(Rect::y),
                pieces.stream().mapToInt(piece -> piece.upright() ? piece.from() : piece.at()))
            .min()
            .orElse(0);
    if (x != 0 || y != 0) {
      faults.add("begins at " + x + "," + y);
    }
  }

  private static void checkEnds(
      int line, Rect from, Rect to, List<Point> route, List<String> faults) {
    Point first = route.getFirst();
    Point last = route.getLast();
    if (!onSide(from, first) || !onSide(to, last)) {
      faults.add("line " + line + " does not end on its cards: " + route + " " + from + " " + to);
    }
  }

  private static boolean onSide(Rect rect, Point point) {
    return (point.x() == rect.x() || point.x() == rect.right())
        && point.y() > rect.y()
        && point.y() < rect.bottom();
  }

  private static List<Piece> pieces(int line, List<Point> route, List<String> faults) {
    List<Piece> pieces = new ArrayList<>();
    for (int at = 1; at < route.size(); at++) {
      Point a = route.get(at - 1);
      Point b = route.get(at);
      boolean upright = a.x() == b.x();
      if (upright == (a.y() == b.y())) {
        faults.add("line " + line + " has a slanted or empty piece: " + route);
      }
      if (at > 1 && upright == pieces.getLast().upright()) {
        faults.add("line " + line + " has a point too many: " + route);
      }
      if ((a.x() | a.y() | b.x() | b.y()) % 2 != 0) {
        faults.add("line " + line + " is off the grid: " + route);
      }
      pieces.add(
          upright
              ? new Piece(line, true, a.x(), Math.min(a.y(), b.y()), Math.max(a.y(), b.y()))
              : new Piece(line, false, a.y(), Math.min(a.x(), b.x()), Math.max(a.x(), b.x())));
    }
    if (pieces.getFirst().upright() || pieces.getLast().upright()) {
      faults.add("line " + line + " runs along a card: " + route);
    }
    return pieces;
  }

  private static void checkPieces(
      List<Piece> pieces, List<Rect> rects, BlockGeometry geometry, List<String> faults) {
    for (Piece piece : pieces) {
      int width = geometry.size().width();
      int height = geometry.size().height();
      if (piece.from() < 0
          || piece.at() < 0
          || piece.to() > (piece.upright() ? height : width)
          || piece.at() > (piece.upright() ? width : height)) {
        faults.add("outside " + piece);
      }
      for (Rect rect : rects) {
        boolean over =
            piece.upright()
                ? piece.at() > rect.x()
                    && piece.at() < rect.right()
                    && piece.from() < rect.bottom()
                    && piece.to() > rect.y()
                : piece.at() > rect.y()
                    && piece.at() < rect.bottom()
                    && piece.from() < rect.right()
                    && piece.to() > rect.x();
        if (over) {
          faults.add("over a card " + piece + " " + rect);
        }
      }
    }
  }

  /// Lines may lie on each other when they are of one category and share an end. Crossings of such
  /// lines do not count: they are forks.
  private static int checkPairs(
      List<Piece> pieces, List<Line> lines, BlockGeometry geometry, List<String> faults) {
    Map<Integer, List<Piece>> flat = new TreeMap<>();
    Map<String, List<Piece>> tracks = new HashMap<>();
    for (Piece piece : pieces) {
      tracks.computeIfAbsent(piece.upright() + " " + piece.at(), _ -> new ArrayList<>()).add(piece);
      if (!piece.upright()) {
        flat.computeIfAbsent(piece.at(), _ -> new ArrayList<>()).add(piece);
      }
    }
    for (List<Piece> track : tracks.values()) {
      for (int one = 0; one < track.size(); one++) {
        for (int other = one + 1; other < track.size(); other++) {
          Piece a = track.get(one);
          Piece b = track.get(other);
          if (a.from() < b.to() && b.from() < a.to() && !mayShare(lines, a, b, geometry)) {
            faults.add(
                "two lines on each other %s %s %s %s"
                    .formatted(a, lines.get(a.line()), b, lines.get(b.line())));
          }
        }
      }
    }
    int crossings = 0;
    for (Piece upright : pieces) {
      if (!upright.upright()) {
        continue;
      }
      for (Map.Entry<Integer, List<Piece>> entry : flat.entrySet()) {
        if (entry.getKey() <= upright.from() || entry.getKey() >= upright.to()) {
          continue;
        }
        for (Piece piece : entry.getValue()) {
          if (piece.from() < upright.at()
              && piece.to() > upright.at()
              && !mayShare(lines, piece, upright, geometry)) {
            crossings++;
          }
        }
      }
    }
    return crossings;
  }

  private static boolean mayShare(
      List<Line> lines, Piece one, Piece other, BlockGeometry geometry) {
    Line a = lines.get(one.line());
    Line b = lines.get(other.line());
    if (a.category() != b.category()) {
      return false;
    }
    List<Point> ends = ends(geometry.route(one.line()));
    return ends(geometry.route(other.line())).stream().anyMatch(ends::contains)
        || inOneBundle(lines, a, b);
  }

  private static List<Point> ends(List<Point> route) {
    return List.of(route.getFirst(), route.getLast());
  }

  /// Two lines without a common end may still share a trunk when each of their left cards is
  /// connected with each of their right cards.
  private static boolean inOneBundle(List<Line> lines, Line a, Line b) {
    return (connected(lines, a.from(), b.to(), a) && connected(lines, b.from(), a.to(), a))
        || (connected(lines, a.from(), b.from(), a) && connected(lines, a.to(), b.to(), a));
  }

  private static boolean connected(List<Line> lines, int one, int other, Line like) {
    return lines.stream()
        .anyMatch(line ->
            line.category() == like.category()
                && ((line.from() == one && line.to() == other)
                    || (line.from() == other && line.to() == one)));
  }
}
