package io.kubilitics.layout.slot;

import java.util.Arrays;

/// Where which box lies: a grid of buckets, each about as large as an average box, so that looking
/// at one place does not look at all boxes. What lies beyond the grid is kept in its last row or
/// column. For one thread.
final class Ground {
  private static final int NONE = -1;

  /// In a row, and in a column.
  private static final int MOST_BUCKETS = 256;

  private final Boxes boxes;
  private final int bucketWidth;
  private final int bucketHeight;
  private final int columns;
  private final int rows;
  private final int[] heads;
  private int[] nexts;
  private int[] members;
  private int used;
  private int free = NONE;
  private final int[] seen;
  private int looks;

  /// A ground with all placed boxes on it.
  Ground(Boxes boxes) {
    this.boxes = boxes;
    long widths = 1;
    long heights = 1;
    for (int box = 0; box < boxes.count(); box++) {
      widths += boxes.width(box);
      heights += boxes.height(box);
    }
    int width = Math.max(1, boxes.right());
    int height = Math.max(1, boxes.bottom());
    this.columns = Math.clamp((long) width * boxes.count() / widths, 1, MOST_BUCKETS);
    this.rows = Math.clamp((long) height * boxes.count() / heights, 1, MOST_BUCKETS);
    this.bucketWidth = width / columns + 1;
    this.bucketHeight = height / rows + 1;
    this.heads = new int[columns * rows];
    Arrays.fill(heads, NONE);
    this.nexts = new int[4 * boxes.count() + 16];
    this.members = new int[nexts.length];
    this.seen = new int[boxes.count()];
    for (int box = 0; box < boxes.count(); box++) {
      if (boxes.isPlaced(box)) {
        add(box);
      }
    }
  }

  Boxes boxes() {
    return boxes;
  }

  /// Puts a box, which must not lie on the ground yet, at its place.
  void put(int box, int x, int y, int width, int height) {
    boxes.set(box, x, y, width, height);
    add(box);
  }

  /// Takes a box away.
  void lift(int box) {
    for (int row = row(boxes.top(box)); row <= row(boxes.bottom(box) - 1); row++) {
      for (int column = column(boxes.left(box)); column <= column(boxes.right(box) - 1); column++) {
        remove(row * columns + column, box);
      }
    }
    boxes.set(box, 0, 0, 0, 0);
  }

  /// A box that overlaps a rectangle, or -1.
  int firstIn(int x, int y, int width, int height) {
    int lastRow = row(y + height - 1);
    int lastColumn = column(x + width - 1);
    for (int row = row(y); row <= lastRow; row++) {
      for (int column = column(x); column <= lastColumn; column++) {
        for (int node = heads[row * columns + column]; node != NONE; node = nexts[node]) {
          if (boxes.overlaps(members[node], x, y, width, height)) {
            return members[node];
          }
        }
      }
    }
    return NONE;
  }

  boolean isFree(int x, int y, int width, int height) {
    return firstIn(x, y, width, height) == NONE;
  }

  /// All boxes that overlap a rectangle, by number.
  int[] allIn(int x, int y, int width, int height) {
    int[] found = new int[8];
    int count = 0;
    looks++;
    int lastRow = row(y + height - 1);
    int lastColumn = column(x + width - 1);
    for (int row = row(y); row <= lastRow; row++) {
      for (int column = column(x); column <= lastColumn; column++) {
        for (int node = heads[row * columns + column]; node != NONE; node = nexts[node]) {
          int box = members[node];
          if (seen[box] != looks && boxes.overlaps(box, x, y, width, height)) {
            seen[box] = looks;
            found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
            found[count++] = box;
          }
        }
      }
    }
    int[] all = Arrays.copyOf(found, count);
    Arrays.sort(all);
    return all;
  }

  private int row(int y) {
    return Math.min(rows - 1, y / bucketHeight);
  }

  private int column(int x) {
    return Math.min(columns - 1, x / bucketWidth);
  }

  private void add(int box) {
    for (int row = row(boxes.top(box)); row <= row(boxes.bottom(box) - 1); row++) {
      for (int column = column(boxes.left(box)); column <= column(boxes.right(box) - 1); column++) {
        int bucket = row * columns + column;
        int node = freeNode();
        members[node] = box;
        nexts[node] = heads[bucket];
        heads[bucket] = node;
      }
    }
  }

  private int freeNode() {
    if (free != NONE) {
      int node = free;
      free = nexts[node];
      return node;
    }
    if (used == nexts.length) {
      nexts = Arrays.copyOf(nexts, 2 * used);
      members = Arrays.copyOf(members, 2 * used);
    }
    return used++;
  }

  private void remove(int bucket, int box) {
    int before = NONE;
    int node = heads[bucket];
    while (members[node] != box) {
      before = node;
      node = nexts[node];
    }
    if (before == NONE) {
      heads[bucket] = nexts[node];
    } else {
      nexts[before] = nexts[node];
    }
    nexts[node] = free;
    free = node;
  }
}
