package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;

/// Whether the status of an object speaks of what its spec says now.
final class Generations {
  static final String GENERATION = "metadata.generation";
  static final String OBSERVED = "status.observedGeneration";

  private static final FieldPath GENERATION_PATH = FieldPath.parse(GENERATION);
  private static final FieldPath OBSERVED_PATH = FieldPath.parse(OBSERVED);

  private Generations() {}

  /// True when both are set and the status is older.
  static boolean isBehind(KeptObject object) {
    long generation = Numbers.read(object.scalar(GENERATION_PATH), -1);
    long observed = Numbers.read(object.scalar(OBSERVED_PATH), -1);
    return generation >= 0 && observed >= 0 && observed < generation;
  }
}
