package io.kubilitics.layout.block;

import io.kubilitics.model.RelationType.Category;

/// The order of categories along a side of a card, from the top. It is the order in which kinds are
/// stacked beside a workload, so that lines to a stack leave in the order in which they arrive.
final class Rank {
  /// The ranks, as bits, whose lines always end beside a workload's name.
  static final int IN_HEADER = 0b11;

  /// The ranks, as bits, whose lines end beside a workload's name when they are the first.
  static final int FIRST_IN_HEADER = 0b1111;

  private Rank() {}

  static int of(Category category) {
    return switch (category) {
      case SCALING -> 0;
      case OWNERSHIP -> 1;
      case IDENTITY -> 2;
      case STORAGE -> 3;
      case TRAFFIC -> 4;
      case POLICY -> 5;
      case CONFIGURATION -> 6;
      case PLACEMENT -> 7;
      case ADMISSION -> 8;
      case EXTENSION -> 9;
      case GITOPS -> 10;
    };
  }
}
