package io.kubilitics.layout.block;

/// The layered algorithm: boxes in columns from left to right, lines between them. Called by
/// several threads at once. Must be a function of the shape and the effort alone.
@FunctionalInterface
interface Layered {
  /// Places all boxes and routes all links.
  ///
  /// @param part boxes that are all connected with each other
  Placed lay(Shape part, Effort effort);

  /// How much work goes into few crossings.
  enum Effort {
    FULL,
    LITTLE
  }
}
