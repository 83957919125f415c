package io.kubilitics.layout.block;

/// Where lines meet cards: one port for each side of a card and each category, in the order of
/// [Rank] from the top, at least 12 from a corner and 12 apart where there is room.
///
/// A simple card has its ports around the middle. A workload has those of scaling and ownership
/// beside its name, also that of identity or storage when it is the first of several; the others
/// are beside its cells, where possible exactly as far apart as stacked cards are, so that the
/// lines to a stack that begins at the workload's upper edge are straight.
final class Ports {
  /// A stack of cards 40 high has its middles this far apart.
  private static final int STACK_PITCH = 48;

  private static final int HEADER_FIRST = 20;
  private static final int CELLS_FIRST = HEADER_FIRST + STACK_PITCH;
  private static final int CELLS_TOP = 60;
  private static final int CORNER = 12;
  private static final int[] CELL_PITCHES = {STACK_PITCH, 24, 12};
  private static final int[] PITCHES = {16, 12, 8};

  private final Shape shape;
  private final Course course;
  private final short[] left;
  private final short[] right;

  private Ports(Shape shape, Course course, short[] left, short[] right) {
    this.shape = shape;
    this.course = course;
    this.left = left;
    this.right = right;
  }

  static Ports of(Shape shape, Course course) {
    short[] left = new short[shape.boxes()];
    short[] right = new short[shape.boxes()];
    for (int link = 0; link < shape.links(); link++) {
      int bit = 1 << shape.rank(link);
      right[course.left(link)] |= (short) bit;
      left[course.right(link)] |= (short) bit;
    }
    return new Ports(shape, course, left, right);
  }

  /// How far below the upper edge lines of this rank meet the left side of the box.
  int left(int box, int rank) {
    return offset(box, left[box], rank);
  }

  /// How far below the upper edge lines of this rank meet the right side of the box.
  int right(int box, int rank) {
    return offset(box, right[box], rank);
  }

  /// False for a link whose category has no port on one of its cards, because the card is too low
  /// for a port of every category it has on that side. It is not drawn.
  boolean fit(int link) {
    int rank = shape.rank(link);
    int from = course.left(link);
    int to = course.right(link);
    return fits(from, right[from], rank) && fits(to, left[to], rank);
  }

  private boolean fits(int box, int used, int rank) {
    return above(used, rank) < mostAround(shape.height(box));
  }

  private int offset(int box, int used, int rank) {
    int above = above(used, rank);
    int count = Integer.bitCount(used);
    int height = shape.height(box);
    if (shape.workload(box)) {
      int first = Integer.lowestOneBit(used) & Rank.FIRST_IN_HEADER;
      int header = Integer.bitCount(used & (Rank.IN_HEADER | (count > 1 ? first : 0)));
      if (fitBesideCells(height, count - header)) {
        return above < header
            ? HEADER_FIRST + above * Grid.TRACK
            : besideCells(height, above - header, count - header);
      }
    }
    return around(height, above, Math.min(count, mostAround(height)));
  }

  private static int above(int used, int rank) {
    return Integer.bitCount(used & ((1 << rank) - 1));
  }

  private static boolean fitBesideCells(int height, int count) {
    int room = height - CORNER - CELLS_TOP;
    return height >= CELLS_FIRST + CORNER && (count - 1) * Grid.STEP <= room;
  }

  private static int besideCells(int height, int above, int count) {
    for (int pitch : CELL_PITCHES) {
      if (CELLS_FIRST + (count - 1) * pitch <= height - CORNER) {
        return CELLS_FIRST + above * pitch;
      }
    }
    return CELLS_TOP + above * pitch(height - CORNER - CELLS_TOP, count);
  }

  private static int around(int height, int above, int count) {
    int pitch = pitch(height - 2 * CORNER, count);
    int first = (height - (count - 1) * pitch) / 2;
    return first / Grid.STEP * Grid.STEP + above * pitch;
  }

  private static int mostAround(int height) {
    return height / Grid.STEP - 1;
  }

  private static int pitch(int room, int count) {
    for (int pitch : PITCHES) {
      if ((count - 1) * pitch <= room) {
        return pitch;
      }
    }
    return Grid.STEP;
  }
}
