package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.List;

/// Puts rectangles one after the other into rows, so that the whole gets near the wanted ratio of
/// width to height.
final class Shelves {
  private final int gap;
  private final List<Size> sizes;
  private final List<Point> corners = new ArrayList<>();
  private int width;
  private int height;

  Shelves(int gap, List<Size> sizes) {
    this.gap = gap;
    this.sizes = sizes;
    fill(widthOfRow());
  }

  /// The left upper corner of each.
  List<Point> corners() {
    return List.copyOf(corners);
  }

  Size size() {
    return new Size(width, height);
  }

  private int widthOfRow() {
    long area = 0;
    int widest = 0;
    for (Size size : sizes) {
      area += (long) (size.width() + gap) * (size.height() + gap);
      widest = Math.max(widest, size.width());
    }
    long wanted = (long) StrictMath.sqrt((double) area * Grid.ASPECT_TENTHS / 10);
    return Math.toIntExact(Math.max(widest, Math.min(wanted, Integer.MAX_VALUE / 4)));
  }

  private void fill(int widthOfRow) {
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (Size size : sizes) {
      if (x > 0 && x + size.width() > widthOfRow) {
        x = 0;
        y += rowHeight + gap;
        rowHeight = 0;
      }
      corners.add(new Point(x, y));
      width = Math.max(width, x + size.width());
      height = Math.max(height, y + size.height());
      rowHeight = Math.max(rowHeight, size.height());
      x += size.width() + gap;
    }
  }
}
