package io.kubilitics.layout.street;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The vertical tracks of a ground: in the middle of the gutters beside rectangles, and straight
/// out of the middle of those at which ways end. The horizontal ones are those of the ground that
/// is turned. Used by one thread.
final class Tracks {
  /// Everything in a drawing stands on multiples of this.
  static final int GRID = 4;

  private final Ground ground;
  private final int low;
  private final int high;
  private final SortedSet<Track> tracks = new TreeSet<>();

  /// @param low where tracks begin that nothing stops
  Tracks(Ground ground, int low, int high) {
    this.ground = ground;
    this.low = low;
    this.high = high;
  }

  List<Track> inOrder() {
    return List.copyOf(tracks);
  }

  /// Tracks on both sides of each rectangle.
  ///
  /// @param turned the rectangles, with x and y exchanged; they need not stand in the way
  void beside(Ground turned, int reach) {
    int most = 4 * reach;
    for (int rect = 0; rect < turned.size(); rect++) {
      int middle = Math.floorDiv(turned.left(rect) + turned.right(rect), 2);
      int side = turned.bottom(rect);
      int room = turned.roomBelow(rect, most);
      through(room < most ? between(side, side + room) : between(side, side + 2 * reach), middle);
      side = turned.top(rect);
      room = turned.roomAbove(rect, most);
      through(room < most ? between(side - room, side) : between(side - 2 * reach, side), middle);
    }
  }

  /// On the grid when that is possible.
  private static int between(int side, int other) {
    int middle = Math.floorDiv(side + other, 2);
    int onGrid = Math.floorDiv(middle, GRID) * GRID;
    if (onGrid > side) {
      return onGrid;
    }
    return onGrid + GRID < other ? onGrid + GRID : middle;
  }

  private void through(int x, int y) {
    int above = ground.above(x, y);
    int below = ground.below(x, y);
    int from = above == Ground.NOTHING ? low : ground.bottom(above);
    int to = below == Ground.NOTHING ? high : ground.top(below);
    if (from <= y && y <= to && from < to) {
      tracks.add(new Track(x, from, to, above, below));
    }
  }

  /// Tracks from the middle of the upper and of the lower side of a rectangle.
  void outOf(int rect) {
    int middle = Math.floorDiv(ground.left(rect) + ground.right(rect), 2);
    int onGrid = Math.floorDiv(middle, GRID) * GRID;
    int x = onGrid > ground.left(rect) ? onGrid : middle;
    int above = ground.above(x, ground.top(rect));
    int from = above == Ground.NOTHING ? low : ground.bottom(above);
    if (from < ground.top(rect)) {
      tracks.add(new Track(x, from, ground.top(rect), above, rect));
    }
    int below = ground.below(x, ground.bottom(rect));
    int to = below == Ground.NOTHING ? high : ground.top(below);
    if (ground.bottom(rect) < to) {
      tracks.add(new Track(x, ground.bottom(rect), to, rect, below));
    }
  }
}
