package io.kubilitics.layout.drawing;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several clusters on one canvas: in a row, their upper sides level, the first where its plan has
/// it.
public final class SideBySide {
  public static final int GAP = 64;

  private SideBySide() {}

  /// How far each plan is moved.
  ///
  /// @param bounds of the plans, in the order of the row
  public static List<Point> offsets(List<Rect> bounds) {
    List<Point> offsets = new ArrayList<>();
    int x = bounds.isEmpty() ? 0 : bounds.getFirst().x();
    for (Rect rect : bounds) {
      offsets.add(new Point(x - rect.x(), bounds.getFirst().y() - rect.y()));
      x += rect.width() + GAP;
    }
    return offsets;
  }

  /// One drawing of all.
  ///
  /// @param regions as they were composed, each in the coordinates of its plan
  /// @param window on the canvas; null for everything
  /// @param lit what is selected, on the canvas
  public static Drawing drawing(
      Level level, List<Region> regions, @Nullable Rect window, @Nullable Lit lit) {
    List<Point> offsets = offsets(regions.stream().map(Region::bounds).toList());
    List<Region> placed = new ArrayList<>();
    for (int at = 0; at < regions.size(); at++) {
      placed.add(moved(regions.get(at), offsets.get(at)));
    }
    Rect bounds = bounds(placed);
    return new Drawing(level, bounds, window == null ? bounds : window, placed, lit);
  }

  private static Region moved(Region region, Point by) {
    if (by.x() == 0 && by.y() == 0) {
      return region;
    }
    return new Region(
        region.cluster(),
        region.revision(),
        region.epoch(),
        region.asOf(),
        region.arrangement(),
        region.bounds().plus(by.x(), by.y()),
        region.filters(),
        region.notes(),
        region.complete(),
        region.tally(),
        region.relations(),
        region.frames().stream().map(frame -> moved(frame, by)).toList(),
        region.streets().stream().map(street -> moved(street, by)).toList());
  }

  private static Frame moved(Frame frame, Point by) {
    return new Frame(
        frame.key(),
        frame.type(),
        frame.rect().plus(by.x(), by.y()),
        frame.title(),
        frame.note(),
        frame.tally(),
        frame.look(),
        frame.apps(),
        frame.blocks());
  }

  private static Street moved(Street street, Point by) {
    return new Street(
        street.from(),
        street.to(),
        street.count(),
        street.weight(),
        street.points().stream().map(point -> point.plus(by.x(), by.y())).toList());
  }

  private static Rect bounds(List<Region> regions) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (Region region : regions) {
      left = Math.min(left, region.bounds().x());
      top = Math.min(top, region.bounds().y());
      right = Math.max(right, region.bounds().right());
      bottom = Math.max(bottom, region.bounds().bottom());
    }
    return regions.isEmpty()
        ? new Rect(0, 0, 0, 0)
        : new Rect(left, top, right - left, bottom - top);
  }
}
