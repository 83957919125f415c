package io.kubilitics.layout.slot;

import io.kubilitics.model.Size;

/// Something that needs a slot: who it is and how much room it takes, in map units.
public record Item(String key, Size size) {
  /// The longest side of an item; longer ones are refused.
  public static final int LONGEST_SIDE = 1 << 24;

  public Item {
    if (size.width() < 1 || size.height() < 1) {
      throw new IllegalArgumentException(
          "item " + key + " has no area: " + size.width() + " × " + size.height());
    }
    if (size.width() > LONGEST_SIDE || size.height() > LONGEST_SIDE) {
      throw new IllegalArgumentException(
          "item " + key + " is too large: " + size.width() + " × " + size.height());
    }
  }

  int width() {
    return size.width();
  }

  int height() {
    return size.height();
  }

  long area() {
    return (long) size.width() * size.height();
  }
}
