package io.kubilitics.source.demo;

/// Something that happens over several steps.
@FunctionalInterface
interface Story {
  /// Told instead of a number of steps when the story has ended.
  int ENDED = 0;

  /// What happens next.
  ///
  /// @return how many steps later it goes on, or [#ENDED]
  int tell(World world, Journal journal, Dice dice);
}
