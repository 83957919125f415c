package io.kubilitics.layout.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.List;

/// What must be true of every way.
final class WayChecks {
  private WayChecks() {}

  static void check(List<Point> way, List<Rect> rects, int from, int to) {
    assertThat(way).hasSizeGreaterThanOrEqualTo(2);
    for (int at = 1; at < way.size(); at++) {
      Point one = way.get(at - 1);
      Point two = way.get(at);
      boolean level = one.y() == two.y();
      assertThat(level ^ one.x() == two.x()).as("%s to %s is straight", one, two).isTrue();
      if (at > 1) {
        assertThat(way.get(at - 2).y() == one.y()).as("turns at %s", one).isNotEqualTo(level);
      }
      for (Rect rect : rects) {
        assertThat(isInside(one, two, rect)).as("%s to %s over %s", one, two, rect).isFalse();
      }
    }
    assertThat(isOnBorder(way.getFirst(), rects.get(from))).isTrue();
    assertThat(isOnBorder(way.getLast(), rects.get(to))).isTrue();
  }

  private static boolean isInside(Point one, Point two, Rect rect) {
    return Math.max(one.x(), two.x()) > rect.x()
        && Math.min(one.x(), two.x()) < rect.right()
        && Math.max(one.y(), two.y()) > rect.y()
        && Math.min(one.y(), two.y()) < rect.bottom();
  }

  private static boolean isOnBorder(Point point, Rect rect) {
    boolean across = rect.x() <= point.x() && point.x() <= rect.right();
    boolean down = rect.y() <= point.y() && point.y() <= rect.bottom();
    boolean onSide = point.x() == rect.x() || point.x() == rect.right();
    boolean onEdge = point.y() == rect.y() || point.y() == rect.bottom();
    return across && down && (onSide || onEdge);
  }
}
