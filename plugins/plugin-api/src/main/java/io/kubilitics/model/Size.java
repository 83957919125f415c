package io.kubilitics.model;

/// How much room something takes in a drawing, in map units.
public record Size(int width, int height) {
  public Size {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("a size is not negative: " + width + " × " + height);
    }
  }
}
