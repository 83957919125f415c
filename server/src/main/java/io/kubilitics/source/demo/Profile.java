package io.kubilitics.source.demo;

import java.util.List;

/// What an app happens to be like: its version, appetite and age. Follows from the seed and its
/// name alone, so it is the same in a demo of any size.
///
/// @param revision number of the newest revision
/// @param cpuMillis requested by its main container
/// @param memoryMebibytes requested by its main container
/// @param createdAt seconds of the epoch
/// @param rolledOutAt when the newest revision was, in seconds of the epoch
record Profile(
    int major,
    int revision,
    int port,
    int cpuMillis,
    int memoryMebibytes,
    boolean isJvm,
    long createdAt,
    long rolledOutAt) {
  private static final long DAY = 86_400;
  private static final long HOUR = 3_600;
  private static final List<Integer> PORTS = List.of(8080, 8080, 8080, 3000, 8000, 9000, 5000);
  private static final List<Integer> CPU = List.of(25, 50, 100, 100, 200, 250, 500);
  private static final List<Integer> MEMORY = List.of(64, 128, 256, 256, 512, 768, 1024);
  private static final int CHANGES_OF_MINOR = 4;

  static Profile of(AppSpec spec, Births births) {
    Dice dice = Dice.of(births.seed(), "profile", spec.namespace(), spec.name());
    long age = dice.between(20, 700) * DAY + dice.below(86_400);
    long rollout = dice.between(2, 20 * 24) * HOUR / (1 + dice.below(8)) + dice.below(3_600);
    return new Profile(
        dice.between(0, 9),
        spec.oldRevisions() + 1 + dice.below(9),
        dice.pick(PORTS),
        dice.pick(CPU),
        dice.pick(MEMORY),
        dice.chance(45),
        births.now() - age,
        births.now() - rollout);
  }

  /// The image's tag at a revision.
  String tag(int revision) {
    return major + "." + revision + "." + (major + revision) % CHANGES_OF_MINOR;
  }
}
