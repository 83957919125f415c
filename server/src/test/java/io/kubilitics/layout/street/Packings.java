package io.kubilitics.layout.street;

import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Rectangles that do not overlap, as layouts make them.
final class Packings {
  private Packings() {}

  /// Each stands as high as it can below those that are there.
  static List<Rect> skyline(int count, int gap, int most, RandomGenerator random) {
    int columns = (int) Math.sqrt(count * 1.6);
    int across = columns * (most * 2 / 3 + gap);
    int[] heights = new int[across / 4 + most];
    List<Rect> rects = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int width = side(most, random);
      int height = side(most * 3 / 4, random);
      int best = Integer.MAX_VALUE;
      int x = 0;
      for (int at = 0; at * 4 + width <= across; at++) {
        int y = Arrays.stream(heights, at, at + (width + gap) / 4).max().orElse(0);
        if (y < best) {
          best = y;
          x = at * 4;
        }
      }
      rects.add(new Rect(x, best, width, height));
      Arrays.fill(heights, x / 4, (x + width + gap) / 4, best + height + gap);
    }
    return rects;
  }

  private static int side(int most, RandomGenerator random) {
    int least = Math.max(4, most / 4);
    return random.nextInt(least, most + 1) / 4 * 4;
  }

  /// All of one size, in rows.
  static List<Rect> grid(int columns, int rows, int width, int height, int gap) {
    List<Rect> rects = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        rects.add(new Rect(column * (width + gap), row * (height + gap), width, height));
      }
    }
    return rects;
  }
}
