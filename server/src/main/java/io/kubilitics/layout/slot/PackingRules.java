package io.kubilitics.layout.slot;

/// How a container is packed.
///
/// @param gap least distance between two slots, in map units
/// @param aspectWidth the shape aimed at is `aspectWidth : aspectHeight`, between 100 : 1 and 1 :
///   100
public record PackingRules(int gap, int aspectWidth, int aspectHeight) {
  public PackingRules {
    if (gap < 0 || gap > 4096) {
      throw new IllegalArgumentException("gap out of range: " + gap);
    }
    if (aspectWidth < 1 || aspectHeight < 1 || aspectWidth > 100 || aspectHeight > 100) {
      throw new IllegalArgumentException(
          "aspect out of range: " + aspectWidth + " : " + aspectHeight);
    }
  }

  /// How costly a container of this shape is, in units of area: its own area, and in equal parts
  /// that of the smallest rectangle of the aimed-at shape that could hold it.
  long cost(long width, long height) {
    long side = Math.max(width * aspectHeight, height * aspectWidth);
    return width * height + side / aspectHeight * (side / aspectWidth);
  }

  /// What the growth of a container costs, in units of distance: more area and a worse shape,
  /// spread over its two sides.
  long growth(int right, int bottom, int newRight, int newBottom) {
    long more = cost(newRight, newBottom) - cost(right, bottom);
    return more / Math.max(1, (long) right + bottom);
  }
}
