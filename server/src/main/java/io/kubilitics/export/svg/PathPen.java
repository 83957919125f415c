package io.kubilitics.export.svg;

/// The course of one path. Coordinates are counted in halves of a pixel where a method says so.
final class PathPen {
  private final SvgWriter out;

  PathPen(SvgWriter out) {
    this.out = out;
  }

  PathPen move(int x, int y) {
    return moveHalves(2 * x, 2 * y);
  }

  PathPen line(int x, int y) {
    return lineHalves(2 * x, 2 * y);
  }

  PathPen moveHalves(int x, int y) {
    out.markup("M").halves(x).markup(" ").halves(y);
    return this;
  }

  PathPen lineHalves(int x, int y) {
    out.markup("L").halves(x).markup(" ").halves(y);
    return this;
  }

  /// A bend around a corner.
  PathPen bendHalves(int cornerX, int cornerY, int x, int y) {
    out.markup("Q").halves(cornerX).markup(" ").halves(cornerY);
    out.markup(" ").halves(x).markup(" ").halves(y);
    return this;
  }

  /// A square cross around a point.
  PathPen cross(int x, int y, int halvesOfArm) {
    int arm = halvesOfArm;
    moveHalves(2 * x - arm, 2 * y - arm).lineHalves(2 * x + arm, 2 * y + arm);
    return moveHalves(2 * x + arm, 2 * y - arm).lineHalves(2 * x - arm, 2 * y + arm);
  }

  /// Three quarters of a circle, from its top clockwise to its left.
  PathPen threeQuarters(int halvesOfRadius) {
    int radius = halvesOfRadius;
    out.markup("a").halves(radius).markup(" ").halves(radius).markup(" 0 1 1 ");
    out.halves(-radius).markup(" ").halves(radius);
    return this;
  }

  PathPen square(int x, int y, int width, int height) {
    out.markup("M").number(x).markup(" ").number(y).markup("h").number(width);
    out.markup("v").number(height).markup("h").number(-width).markup("z");
    return this;
  }

  void shut() {
    out.markup("z");
    end();
  }

  void end() {
    out.markup("\"/>");
  }
}
