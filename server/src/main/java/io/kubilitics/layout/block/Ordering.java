package io.kubilitics.layout.block;

import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;

/// Who orders the cards of a column, in the order they are tried. The first two keep more of the
/// order in which a person would list them, and change less when a card is added, so the next must
/// save crossings to be taken.
enum Ordering {
  /// The reading order as it is.
  READING(CrossingMinimizationStrategy.NONE, GreedySwitchType.OFF, 0),
  /// The reading order, after neighbours have changed places where that saves a crossing.
  SWITCHED(CrossingMinimizationStrategy.NONE, GreedySwitchType.TWO_SIDED, 0),
  /// Whatever ELK finds to have the fewest crossings.
  SWEPT(CrossingMinimizationStrategy.LAYER_SWEEP, GreedySwitchType.TWO_SIDED, 2);

  private final CrossingMinimizationStrategy strategy;
  private final GreedySwitchType greedySwitch;
  private final int handicap;

  Ordering(CrossingMinimizationStrategy strategy, GreedySwitchType greedySwitch, int handicap) {
    this.strategy = strategy;
    this.greedySwitch = greedySwitch;
    this.handicap = handicap;
  }

  CrossingMinimizationStrategy strategy() {
    return strategy;
  }

  GreedySwitchType greedySwitch() {
    return greedySwitch;
  }

  /// It is compared as if it had so many crossings more.
  int handicap() {
    return handicap;
  }
}
