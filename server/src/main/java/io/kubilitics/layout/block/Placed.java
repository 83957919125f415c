package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.List;

/// Where the boxes of a shape stand and how its links run, in the order of the shape. A link
/// without a route has no points.
record Placed(Size size, List<Rect> boxes, List<List<Point>> routes, BlockGeometry.Method method) {
  Placed {
    boxes = List.copyOf(boxes);
    routes = List.copyOf(routes);
  }

  /// How much memory it holds, in numbers.
  int weight() {
    int weight = 4 * boxes.size();
    for (List<Point> route : routes) {
      weight += 1 + 2 * route.size();
    }
    return weight;
  }
}
