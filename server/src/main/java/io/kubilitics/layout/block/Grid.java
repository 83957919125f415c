package io.kubilitics.layout.block;

/// The measures of a block, in map units.
final class Grid {
  /// Cards stand on multiples of it.
  static final int STEP = 4;

  /// Between two cards of a stack.
  static final int STACK_GAP = 8;

  /// Between a workload and what stands above or below it.
  static final int WORKLOAD_GAP = 24;

  /// Between two columns without a line that bends.
  static final int COLUMN_GAP = 48;

  /// Between a card and the nearest track beside it.
  static final int TRACK_MARGIN = 24;

  /// Between two tracks.
  static final int TRACK = 12;

  /// Between a card and a line that passes above or below it.
  static final int PASSING = 8;

  /// Between two parts of a block that no line connects.
  static final int PART_GAP = 24;

  /// Width to height of what may be arranged freely, in tenths.
  static final int ASPECT_TENTHS = 16;

  private Grid() {}

  /// The next multiple of the step, not below the value.
  static int up(int value) {
    return Math.ceilDiv(value, STEP) * STEP;
  }
}
