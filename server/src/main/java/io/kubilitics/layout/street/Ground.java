package io.kubilitics.layout.street;

import io.kubilitics.model.Rect;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Rectangles, found by where they are. Immutable after construction; used by any thread.
///
/// Looks go along y only: who wants to look along x asks the ground that is turned. Rectangles may
/// touch; where they overlap, everything is found that is there, only slower.
final class Ground {
  static final int NOTHING = -1;

  private static final int MOST_CELLS = 1 << 14;

  private final int[] left;
  private final int[] top;
  private final int[] right;
  private final int[] bottom;
  private final Cells cells;

  private Ground(int[] left, int[] top, int[] right, int[] bottom) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    cells = new Cells(left, top, right, bottom);
  }

  static Ground of(List<Rect> rects) {
    return new Ground(
        rects.stream().mapToInt(Rect::x).toArray(),
        rects.stream().mapToInt(Rect::y).toArray(),
        rects.stream().mapToInt(Rect::right).toArray(),
        rects.stream().mapToInt(Rect::bottom).toArray());
  }

  /// The same with x and y exchanged.
  Ground turned() {
    return new Ground(/* left= */ top, /* top= */ left, /* right= */ bottom, /* bottom= */ right);
  }

  int size() {
    return left.length;
  }

  int left(int rect) {
    return left[rect];
  }

  int top(int rect) {
    return top[rect];
  }

  int right(int rect) {
    return right[rect];
  }

  int bottom(int rect) {
    return bottom[rect];
  }

  /// The first rectangle whose border or inside is met above a point, or [#NOTHING]. One whose
  /// upper side lies at the point or below is not above.
  int above(int x, int y) {
    int column = cells.column(x);
    for (int row = cells.row(y); row >= 0; row--) {
      int nearest = NOTHING;
      for (int at = cells.first(column, row); at < cells.end(column, row); at++) {
        int rect = cells.rect(at);
        boolean met = left[rect] <= x && x <= right[rect] && top[rect] < y;
        if (met && (nearest == NOTHING || isLower(rect, nearest))) {
          nearest = rect;
        }
      }
      if (nearest != NOTHING) {
        return nearest;
      }
    }
    return NOTHING;
  }

  /// As [#above], downwards.
  int below(int x, int y) {
    int column = cells.column(x);
    for (int row = cells.row(y); row < cells.rows(); row++) {
      int nearest = NOTHING;
      for (int at = cells.first(column, row); at < cells.end(column, row); at++) {
        int rect = cells.rect(at);
        boolean met = left[rect] <= x && x <= right[rect] && bottom[rect] > y;
        if (met && (nearest == NOTHING || isHigher(rect, nearest))) {
          nearest = rect;
        }
      }
      if (nearest != NOTHING) {
        return nearest;
      }
    }
    return NOTHING;
  }

  private boolean isLower(int rect, int other) {
    return bottom[rect] > bottom[other] || (bottom[rect] == bottom[other] && rect < other);
  }

  private boolean isHigher(int rect, int other) {
    return top[rect] < top[other] || (top[rect] == top[other] && rect < other);
  }

  /// How far it is from the lower side of a rectangle to the first one below it, at most `most`.
  int roomBelow(int rect, int most) {
    int[] room = {most};
    any(
        left[rect],
        bottom[rect],
        right[rect],
        bottom[rect] + most,
        other -> {
          if (other != rect && bottom[other] > bottom[rect]) {
            room[0] = Math.min(room[0], Math.max(0, top[other] - bottom[rect]));
          }
          return false;
        });
    return room[0];
  }

  /// As [#roomBelow], above its upper side.
  int roomAbove(int rect, int most) {
    int[] room = {most};
    any(
        left[rect],
        top[rect] - most,
        right[rect],
        top[rect],
        other -> {
          if (other != rect && top[other] < top[rect]) {
            room[0] = Math.min(room[0], Math.max(0, top[rect] - bottom[other]));
          }
          return false;
        });
    return room[0];
  }

  /// Whether a horizontal or vertical line meets the inside of no rectangle.
  boolean isFree(int x0, int y0, int x1, int y1) {
    return isFree(x0, y0, x1, y1, 0);
  }

  /// Whether a horizontal or vertical line keeps a distance from what it passes. It may begin and
  /// end at a border.
  boolean isFree(int x0, int y0, int x1, int y1, int distance) {
    int across = x0 == x1 ? distance : 0;
    int down = x0 == x1 ? 0 : distance;
    return !any(
        Math.min(x0, x1) - across,
        Math.min(y0, y1) - down,
        Math.max(x0, x1) + across,
        Math.max(y0, y1) + down,
        _ -> true);
  }

  /// The first rectangle in the fixed order whose inside or border holds a point, or [#NOTHING].
  int at(int x, int y) {
    int[] found = {NOTHING};
    any(
        x - 1,
        y - 1,
        x + 1,
        y + 1,
        rect -> {
          found[0] = found[0] == NOTHING ? rect : Math.min(found[0], rect);
          return false;
        });
    return found[0];
  }

  /// Whether one of the rectangles whose inside meets an area, or a line, passes a test; some are
  /// asked about more than once.
  private boolean any(int x0, int y0, int x1, int y1, IntPredicate test) {
    for (int row = cells.row(y0); row <= cells.row(y1); row++) {
      for (int column = cells.column(x0); column <= cells.column(x1); column++) {
        for (int at = cells.first(column, row); at < cells.end(column, row); at++) {
          int rect = cells.rect(at);
          if (left[rect] < x1
              && x0 < right[rect]
              && top[rect] < y1
              && y0 < bottom[rect]
              && test.test(rect)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Squares of the plane with the rectangles that meet them.
  private static final class Cells {
    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final int[] starts;
    private final int[] rects;

    Cells(int[] left, int[] top, int[] right, int[] bottom) {
      x = Arrays.stream(left).min().orElse(0);
      y = Arrays.stream(top).min().orElse(0);
      int across = Math.max(1, Arrays.stream(right).max().orElse(0) - x);
      int down = Math.max(1, Arrays.stream(bottom).max().orElse(0) - y);
      int side = (int) Math.ceil(Math.sqrt(Math.clamp(left.length, 1, MOST_CELLS)));
      columns = side;
      rows = side;
      width = across / columns + 1;
      height = down / rows + 1;
      starts = new int[columns * rows + 1];
      rects = sorted(left, top, right, bottom);
    }

    private int[] sorted(int[] left, int[] top, int[] right, int[] bottom) {
      for (int rect = 0; rect < left.length; rect++) {
        for (int row = row(top[rect]); row <= row(bottom[rect]); row++) {
          for (int column = column(left[rect]); column <= column(right[rect]); column++) {
            starts[row * columns + column + 1]++;
          }
        }
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] sorted = new int[starts[columns * rows]];
      int[] next = starts.clone();
      for (int rect = 0; rect < left.length; rect++) {
        for (int row = row(top[rect]); row <= row(bottom[rect]); row++) {
          for (int column = column(left[rect]); column <= column(right[rect]); column++) {
            sorted[next[row * columns + column]++] = rect;
          }
        }
      }
      return sorted;
    }

    int column(int at) {
      return at <= x ? 0 : Math.min(columns - 1, (at - x) / width);
    }

    int row(int at) {
      return at <= y ? 0 : Math.min(rows - 1, (at - y) / height);
    }

    int rows() {
      return rows;
    }

    int first(int column, int row) {
      return starts[row * columns + column];
    }

    int end(int column, int row) {
      return starts[row * columns + column + 1];
    }

    int rect(int at) {
      return rects[at];
    }
  }
}
