package io.kubilitics.model;

/// A point of a drawing, in map units: one unit is a pixel at scale 1, x to the right, y down.
public record Point(int x, int y) {
  public Point plus(int dx, int dy) {
    return new Point(x + dx, y + dy);
  }
}
