package io.kubilitics.layout.street;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Where tracks cross, and where they meet the rectangles at which ways may end: what a way is
/// looked for in. Built once; crossings are numbered by x, then y of the tracks.
final class Crossings {
  static final int NONE = -1;
  static final int RIGHT = 0;
  static final int DOWN = 1;
  static final int LEFT = 2;
  static final int UP = 3;

  /// More are left out: ways may then not be found.
  static final int MOST = 1 << 21;

  private static final int CORNER = 12;

  private final Ground ground;
  private final Ground turned;
  private final BitSet ends;
  private int size;
  private int[] xs = new int[1024];
  private int[] ys = new int[1024];
  private int[] neighbours = new int[4 * 1024];
  private int[] rects = new int[1024];
  private final int[][] ports;

  /// @param ends rectangles at which ways may end
  Crossings(Ground ground, Ground turned, List<Track> upright, List<Track> level, BitSet ends) {
    this.ground = ground;
    this.turned = turned;
    this.ends = ends;
    ports = new int[ground.size()][];
    connect(upright, level);
  }

  private void connect(List<Track> upright, List<Track> level) {
    int[] before = new int[level.size()];
    for (int track = 0; track < before.length; track++) {
      Track across = level.get(track);
      before[track] = port(turned, across.at(), across.low(), across.lowEnd(), true);
    }
    int[] heights = level.stream().mapToInt(Track::at).toArray();
    for (Track track : upright) {
      int last = port(ground, track.at(), track.low(), track.lowEnd(), false);
      for (int other = firstFrom(heights, track.low());
          other < heights.length && heights[other] <= track.high();
          other++) {
        Track across = level.get(other);
        if (across.low() <= track.at() && track.at() <= across.high() && size < MOST) {
          int crossing = add(track.at(), across.at(), NONE);
          join(last, crossing, DOWN);
          join(before[other], crossing, RIGHT);
          last = crossing;
          before[other] = crossing;
        }
      }
      join(last, port(ground, track.at(), track.high(), track.highEnd(), false), DOWN);
    }
    for (int track = 0; track < before.length; track++) {
      Track across = level.get(track);
      join(before[track], port(turned, across.at(), across.high(), across.highEnd(), true), RIGHT);
    }
  }

  private static int firstFrom(int[] sorted, int value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }

  /// A crossing at the border of a rectangle, unless ways may not end there.
  private int port(Ground seen, int at, int along, int rect, boolean swapped) {
    if (rect == Ground.NOTHING || !ends.get(rect) || size >= MOST) {
      return NONE;
    }
    int low = seen.left(rect);
    int high = seen.right(rect);
    int corner = Math.min(CORNER, (high - low) / 4);
    if (at < low + corner || at > high - corner) {
      return NONE;
    }
    int port = swapped ? add(along, at, rect) : add(at, along, rect);
    int[] known = ports[rect] == null ? new int[0] : ports[rect];
    ports[rect] = Arrays.copyOf(known, known.length + 1);
    ports[rect][known.length] = port;
    return port;
  }

  private int add(int x, int y, int rect) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
      neighbours = Arrays.copyOf(neighbours, 8 * size);
      rects = Arrays.copyOf(rects, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    rects[size] = rect;
    Arrays.fill(neighbours, 4 * size, 4 * size + 4, NONE);
    return size++;
  }

  private void join(int one, int other, int direction) {
    if (one != NONE && other != NONE) {
      neighbours[4 * one + direction] = other;
      neighbours[4 * other + opposite(direction)] = one;
    }
  }

  static int opposite(int direction) {
    return (direction + 2) % 4;
  }

  int size() {
    return size;
  }

  int x(int crossing) {
    return xs[crossing];
  }

  int y(int crossing) {
    return ys[crossing];
  }

  /// The next crossing in a direction, or [#NONE].
  int next(int crossing, int direction) {
    return neighbours[4 * crossing + direction];
  }

  /// The rectangle a way may end at here, or [Ground#NOTHING].
  int rect(int crossing) {
    return rects[crossing];
  }

  /// Where ways may end at a rectangle.
  int[] ports(int rect) {
    int[] known = ports[rect];
    return known == null ? new int[0] : known;
  }
}
