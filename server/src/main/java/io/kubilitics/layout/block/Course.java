package io.kubilitics.layout.block;

import java.util.Arrays;

/// Which card of a link stands on the left. It is the one the link starts at, so that what points
/// at a workload stands left of it and what it uses right; only among cards that reach each other
/// in a circle is it the one that comes first in canonical order.
final class Course {
  private final Shape shape;
  private final int[] circle;

  private Course(Shape shape, int[] circle) {
    this.shape = shape;
    this.circle = circle;
  }

  static Course of(Shape shape) {
    return new Course(shape, new Circles(shape).find());
  }

  /// True when the link runs from right to left.
  boolean backward(int link) {
    int from = shape.from(link);
    int to = shape.to(link);
    return circle[from] == circle[to] && from > to;
  }

  int left(int link) {
    return backward(link) ? shape.to(link) : shape.from(link);
  }

  int right(int link) {
    return backward(link) ? shape.from(link) : shape.to(link);
  }

  /// Finds the strongly connected parts (Tarjan, 1972), with a stack of its own: a chain may be as
  /// long as a block is large.
  private static final class Circles {
    private final Shape shape;
    private final int[] firstLink;
    private final int[] circle;
    private final int[] index;
    private final int[] low;
    private final int[] stack;
    private int onStack;
    private int visited;
    private int circles;

    Circles(Shape shape) {
      this.shape = shape;
      int boxes = shape.boxes();
      this.firstLink = new int[boxes + 1];
      for (int link = 0; link < shape.links(); link++) {
        firstLink[shape.from(link) + 1]++;
      }
      Arrays.parallelPrefix(firstLink, Integer::sum);
      this.circle = new int[boxes];
      this.index = new int[boxes];
      this.low = new int[boxes];
      this.stack = new int[boxes];
    }

    int[] find() {
      Arrays.fill(circle, -1);
      for (int box = 0; box < circle.length; box++) {
        if (index[box] == 0) {
          visitFrom(box);
        }
      }
      return circle;
    }

    private void visitFrom(int start) {
      int[] path = new int[circle.length + 1];
      int[] next = firstLink.clone();
      int depth = 0;
      path[0] = start;
      enter(start);
      while (depth >= 0) {
        int box = path[depth];
        if (next[box] == firstLink[box + 1]) {
          leave(box);
          depth--;
          if (depth >= 0) {
            low[path[depth]] = Math.min(low[path[depth]], low[box]);
          }
          continue;
        }
        int to = shape.to(next[box]++);
        if (index[to] == 0) {
          enter(to);
          path[++depth] = to;
        } else if (circle[to] < 0) {
          low[box] = Math.min(low[box], index[to]);
        }
      }
    }

    private void enter(int box) {
      visited++;
      index[box] = visited;
      low[box] = visited;
      stack[onStack++] = box;
    }

    private void leave(int box) {
      if (low[box] != index[box]) {
        return;
      }
      int member;
      do {
        member = stack[--onStack];
        circle[member] = circles;
      } while (member != box);
      circles++;
    }
  }
}
