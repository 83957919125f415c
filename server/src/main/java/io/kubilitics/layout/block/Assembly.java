package io.kubilitics.layout.block;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// Lays out a shape part by part and puts the parts into rows, the boxes without a link after all
/// others.
final class Assembly {
  private static final Rect NOWHERE = new Rect(0, 0, 0, 0);

  private final Shape shape;
  private final List<int[]> members = new ArrayList<>();
  private final List<Placed> pieces = new ArrayList<>();

  private Assembly(Shape shape) {
    this.shape = shape;
  }

  /// The layout of the whole.
  ///
  /// @param layout lays out a part, whose boxes are all connected with each other
  static Placed of(Shape shape, Method method, Function<Shape, Placed> layout) {
    Parts parts = Parts.of(shape);
    Assembly assembly = new Assembly(shape);
    List<Shape> shapes = shape.parts(parts.linked());
    for (int at = 0; at < shapes.size(); at++) {
      assembly.add(parts.linked().get(at), layout.apply(shapes.get(at)));
    }
    return assembly.withLonely(parts.alone()).placed(method);
  }

  private void add(int[] part, Placed placed) {
    members.add(part);
    pieces.add(placed);
  }

  private Assembly withLonely(int[] alone) {
    if (alone.length > 0) {
      Shelves shelves =
          new Shelves(Grid.STACK_GAP, Arrays.stream(alone).mapToObj(shape::size).toList());
      List<Rect> boxes = new ArrayList<>(alone.length);
      for (int at = 0; at < alone.length; at++) {
        Point corner = shelves.corners().get(at);
        boxes.add(
            new Rect(corner.x(), corner.y(), shape.width(alone[at]), shape.height(alone[at])));
      }
      add(alone, new Placed(shelves.size(), boxes, List.of(), Method.COLUMNS));
    }
    return this;
  }

  private Placed placed(Method method) {
    Shelves shelves = new Shelves(Grid.PART_GAP, pieces.stream().map(Placed::size).toList());
    List<Rect> boxes = new ArrayList<>(Collections.nCopies(shape.boxes(), NOWHERE));

    int[] pieceOfBox = new int[shape.boxes()];
    for (int piece = 0; piece < pieces.size(); piece++) {
      Point corner = shelves.corners().get(piece);
      int[] part = members.get(piece);
      for (int at = 0; at < part.length; at++) {
        pieceOfBox[part[at]] = piece;

        boxes.set(part[at], pieces.get(piece).boxes().get(at).plus(corner.x(), corner.y()));
      }
    }
    int[] next = new int[pieces.size()];
    List<List<Point>> routes = new ArrayList<>(shape.links());
    for (int link = 0; link < shape.links(); link++) {
      int piece = pieceOfBox[shape.from(link)];
      Point corner = shelves.corners().get(piece);
      List<Point> route = pieces.get(piece).routes().get(next[piece]++);
      routes.add(route.stream().map(point -> point.plus(corner.x(), corner.y())).toList());
    }
    return new Placed(onGrid(shelves.size()), boxes, routes, method);
  }

  private static Size onGrid(Size size) {
    return new Size(Grid.up(size.width()), Grid.up(size.height()));
  }
}
