package io.kubilitics.model;

/// A rectangle of a drawing, in map units. It holds the points from its left upper corner up to,
/// not including, its right and lower side: two that only touch do not overlap.
public record Rect(int x, int y, int width, int height) {
  public Rect {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("a size is not negative: " + width + " × " + height);
    }
  }

  /// One past the rightmost point.
  public int right() {
    return x + width;
  }

  /// One past the lowest point.
  public int bottom() {
    return y + height;
  }

  public Size size() {
    return new Size(width, height);
  }

  public boolean overlaps(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  public boolean contains(Rect other) {
    return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
  }

  public Rect plus(int dx, int dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /// Larger by this much on each side.
  public Rect grown(int by) {
    return new Rect(x - by, y - by, width + 2 * by, height + 2 * by);
  }
}
