package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Counts where lines of different bundles cross.
final class Crossings {
  private record Stretch(int bundle, boolean upright, int at, int from, int to) {}

  private Crossings() {}

  static int count(Shape shape, Placed placed) {
    Bundles bundles = Bundles.of(shape, Course.of(shape));
    Set<Stretch> stretches = new HashSet<>();
    for (int link = 0; link < shape.links(); link++) {
      List<Point> route = placed.routes().get(link);
      for (int at = 1; at < route.size(); at++) {
        stretches.add(stretch(bundles.of(link), route.get(at - 1), route.get(at)));
      }
    }
    List<Stretch> upright = new ArrayList<>(stretches.stream().filter(Stretch::upright).toList());
    List<Stretch> level = stretches.stream().filter(stretch -> !stretch.upright()).toList();
    int crossings = 0;
    for (Stretch one : upright) {
      for (Stretch other : level) {
        if (one.bundle() != other.bundle()
            && other.from() < one.at()
            && one.at() < other.to()
            && one.from() < other.at()
            && other.at() < one.to()) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  private static Stretch stretch(int bundle, Point one, Point other) {
    boolean upright = one.x() == other.x();
    int a = upright ? one.y() : one.x();
    int b = upright ? other.y() : other.x();
    return new Stretch(
        bundle, upright, upright ? one.x() : one.y(), Math.min(a, b), Math.max(a, b));
  }
}
