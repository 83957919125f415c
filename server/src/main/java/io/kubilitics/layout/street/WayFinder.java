package io.kubilitics.layout.street;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds one cheapest way after the other. Length costs, a bend costs, the middle of a side is
/// cheaper than its ends, and where a way runs already it is cheaper for the next: ways gather by
/// themselves. A* over crossings; what it costs to go on is at least the cheap length that is left.
/// Used by one thread.
final class WayFinder {
  private static final int LENGTH = 8;
  private static final int SHARED_LENGTH = 5;
  private static final int OFF_MIDDLE = 2;
  private static final int MOST_LOOKS = 400_000;

  /// Among more crossings a good way is enough: the cheapest would take too long.
  private static final int MOST_EXACT = 20_000;

  private final Crossings crossings;
  private final Ground ground;
  private final Ground districts;
  private final int bend;
  private final int cheapest;
  private final boolean[] used;
  private final Tolls tolls;
  private final long[] costs;
  private final int[] origins;
  private final int[] rounds;
  private final Frontier frontier = new Frontier();
  private int round;
  private long looks;
  private final long mostLooks;

  /// @param bend how long a detour is as bad as a bend
  /// @param mostLooks how much work all ways together may be
  WayFinder(
      Crossings crossings, Ground ground, Ground districts, Tolls tolls, int bend, long mostLooks) {
    this.crossings = crossings;
    this.ground = ground;
    this.districts = districts;
    this.tolls = tolls;
    this.bend = bend * LENGTH;
    cheapest = crossings.size() > MOST_EXACT ? LENGTH : SHARED_LENGTH;
    this.mostLooks = mostLooks;
    used = new boolean[4 * crossings.size()];
    costs = new long[2 * crossings.size()];
    origins = new int[2 * crossings.size()];
    rounds = new int[2 * crossings.size()];
  }

  /// Points of the way, or none when there is none or the work would be too much.
  List<Point> find(int from, int to) {
    round++;
    frontier.clear();
    for (int port : crossings.ports(from)) {
      boolean level = isLevel(port);
      reach(2 * port + (level ? 0 : 1), Crossings.NONE, offMiddle(port, level), to);
    }
    long most = Math.min(mostLooks, looks + MOST_LOOKS);
    int home = district(from);
    int otherHome = district(to);
    while (!frontier.isEmpty() && looks < most) {
      long entry = frontier.poll();
      int state = Frontier.number(entry);
      if (Frontier.cost(entry) > costs[state] + atLeast(state, to)) {
        continue;
      }
      looks++;
      int crossing = state >> 1;
      if (crossings.rect(crossing) == to) {
        return trace(state);
      }
      boolean level = (state & 1) == 0;
      for (int direction = 0; direction < 4; direction++) {
        int next = crossings.next(crossing, direction);
        if (next == Crossings.NONE
            || (crossings.rect(next) != Ground.NOTHING && crossings.rect(next) != to)) {
          continue;
        }
        boolean nextLevel = direction % 2 == 0;
        long cost = costs[state] + step(crossing, direction, next, home, otherHome);
        cost += level == nextLevel ? 0 : bend;
        cost += crossings.rect(next) == to ? offMiddle(next, nextLevel) : 0;
        reach(2 * next + (nextLevel ? 0 : 1), state, cost, to);
      }
    }
    return List.of();
  }

  private void reach(int state, int origin, long cost, int to) {
    if (rounds[state] == round && costs[state] <= cost) {
      return;
    }
    rounds[state] = round;
    costs[state] = cost;
    origins[state] = origin;
    frontier.add(cost + atLeast(state, to), state);
  }

  private long step(int crossing, int direction, int next, int home, int otherHome) {
    long length =
        Math.abs((long) crossings.x(crossing) - crossings.x(next))
            + Math.abs((long) crossings.y(crossing) - crossings.y(next));
    int each = used[4 * crossing + direction] ? SHARED_LENGTH : LENGTH;
    return length * (each + tolls.toll(crossing, direction, next, home, otherHome));
  }

  private int district(int rect) {
    return districts.at(
        Math.floorDiv(ground.left(rect) + ground.right(rect), 2),
        Math.floorDiv(ground.top(rect) + ground.bottom(rect), 2));
  }

  private boolean isLevel(int port) {
    return crossings.next(port, Crossings.LEFT) != Crossings.NONE
        || crossings.next(port, Crossings.RIGHT) != Crossings.NONE;
  }

  private long offMiddle(int port, boolean level) {
    int rect = crossings.rect(port);
    long twice =
        level
            ? 2L * crossings.y(port) - ground.top(rect) - ground.bottom(rect)
            : 2L * crossings.x(port) - ground.left(rect) - ground.right(rect);
    return Math.abs(twice) / 2 * OFF_MIDDLE;
  }

  /// What the way from here costs at the very least, or about so where crossings are many.
  private long atLeast(int state, int to) {
    int x = crossings.x(state >> 1);
    int y = crossings.y(state >> 1);
    long across = away(x, ground.left(to), ground.right(to));
    long down = away(y, ground.top(to), ground.bottom(to));
    boolean level = (state & 1) == 0;
    boolean turns = level ? down > 0 : across > 0;
    return (across + down) * cheapest + (turns ? bend : 0);
  }

  private static long away(int at, int low, int high) {
    return Math.max(0L, Math.max((long) low - at, (long) at - high));
  }

  private List<Point> trace(int last) {
    List<Point> points = new ArrayList<>();
    for (int state = last; state != Crossings.NONE; state = origins[state]) {
      int crossing = state >> 1;
      points.add(new Point(crossings.x(crossing), crossings.y(crossing)));
      if (origins[state] != Crossings.NONE) {
        use(origins[state] >> 1, crossing);
      }
    }
    Collections.reverse(points);
    return Ways.straightened(points);
  }

  private void use(int crossing, int next) {
    for (int direction = 0; direction < 4; direction++) {
      if (crossings.next(crossing, direction) == next) {
        used[4 * crossing + direction] = true;
        used[4 * next + Crossings.opposite(direction)] = true;
      }
    }
  }
}
