package io.kubilitics.layout.block;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The layout for blocks that are too large for the layered algorithm, or with which it failed:
/// each box stands right of all boxes that point at it, in canonical order from the top; what is
/// too high for one column goes on in the next. Lines run in the gutters between columns, and below
/// all cards when they pass a column. Its time grows with the number of boxes and links alone.
final class Columns {
  private static final Rect NOWHERE = new Rect(0, 0, 0, 0);

  private final Shape shape;
  private final Course course;
  private final List<List<Integer>> columns = new ArrayList<>();
  private final int[] columnOf;
  private final int[] top;
  private int bottom;

  private Columns(Shape shape) {
    this.shape = shape;
    this.course = Course.of(shape);
    this.columnOf = new int[shape.boxes()];
    this.top = new int[shape.boxes()];
  }

  static Placed lay(Shape shape) {
    Columns columns = new Columns(shape);
    columns.stack();
    return columns.placed();
  }

  private void stack() {
    List<List<Integer>> byDepth = byDepth();
    int height = height(byDepth);
    for (List<Integer> members : byDepth) {
      columns.add(new ArrayList<>());
      int y = 0;
      for (int box : members) {
        if (y > 0 && y + shape.height(box) > height) {
          columns.add(new ArrayList<>());
          y = 0;
        }
        columns.getLast().add(box);
        columnOf[box] = columns.size() - 1;
        top[box] = y;
        bottom = Math.max(bottom, y + shape.height(box));
        y += shape.height(box) + gapBelow(box);
      }
    }
  }

  private int gapBelow(int box) {
    return shape.workload(box) ? Grid.WORKLOAD_GAP : Grid.STACK_GAP;
  }

  /// The boxes by the length of the longest way that leads to them.
  private List<List<Integer>> byDepth() {
    int[] depth = depths();
    List<List<Integer>> byDepth = new ArrayList<>();
    for (int at = 0; at <= Arrays.stream(depth).max().orElse(-1); at++) {
      byDepth.add(new ArrayList<>());
    }
    for (int box = 0; box < depth.length; box++) {
      byDepth.get(depth[box]).add(box);
    }
    return byDepth;
  }

  private int[] depths() {
    int[] depth = new int[shape.boxes()];
    int[] open = new int[shape.boxes()];
    for (int link = 0; link < shape.links(); link++) {
      open[course.right(link)]++;
    }
    List<List<Integer>> linksOfBoxes = shape.linksOfBoxes();
    List<Integer> ready = new ArrayList<>();
    for (int box = 0; box < open.length; box++) {
      if (open[box] == 0) {
        ready.add(box);
      }
    }
    for (int at = 0; at < ready.size(); at++) {
      int box = ready.get(at);
      for (int link : linksOfBoxes.get(box)) {
        int right = course.right(link);
        if (right == box) {
          continue;
        }
        depth[right] = Math.max(depth[right], depth[box] + 1);
        if (--open[right] == 0) {
          ready.add(right);
        }
      }
    }
    for (int box = 0; box < depth.length; box++) {
      if (depth[box] == 0) {
        depth[box] = besideTheFirst(linksOfBoxes.get(box), depth);
      }
    }
    return depth;
  }

  /// The column right before the first card that a card nothing points at points at.
  private int besideTheFirst(List<Integer> links, int[] depth) {
    return links.stream().mapToInt(link -> depth[course.right(link)]).min().orElse(1) - 1;
  }

  /// The height at which the columns are broken, so that the whole gets near the wanted ratio.
  private int height(List<List<Integer>> byDepth) {
    int low = 0;
    int high = 0;
    for (int box = 0; box < shape.boxes(); box++) {
      low = Math.max(low, shape.height(box));
      high = Math.addExact(high, shape.height(box) + Grid.WORKLOAD_GAP);
    }
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (10L * widthAt(middle, byDepth) <= (long) Grid.ASPECT_TENTHS * middle) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long widthAt(int height, List<List<Integer>> byDepth) {
    long width = 0;
    for (List<Integer> members : byDepth) {
      int y = 0;
      int widest = 0;
      for (int box : members) {
        if (y > 0 && y + shape.height(box) > height) {
          width += widest + Grid.COLUMN_GAP;
          y = 0;
          widest = 0;
        }
        widest = Math.max(widest, shape.width(box));
        y += shape.height(box) + gapBelow(box);
      }
      width += widest + Grid.COLUMN_GAP;
    }
    return width;
  }

  private Placed placed() {
    Gutters gutters = Gutters.of(shape, columnOf, top, columns.size());
    int[] right = new int[columns.size()];
    List<Rect> boxes = new ArrayList<>(Collections.nCopies(shape.boxes(), NOWHERE));
    int x = 0;
    for (int column = 0; column < right.length; column++) {
      int widest = 0;
      for (int box : columns.get(column)) {
        boxes.set(box, new Rect(x, top[box], shape.width(box), shape.height(box)));
        widest = Math.max(widest, shape.width(box));
      }
      right[column] = x + widest;
      x = right[column] + gutters.width(column);
    }
    int width = right.length == 0 ? 0 : right[right.length - 1];
    return new Placed(
        new Size(width, bottom + gutters.heightOfLanes()),
        boxes,
        gutters.routes(boxes, right, bottom),
        BlockGeometry.Method.COLUMNS);
  }
}
