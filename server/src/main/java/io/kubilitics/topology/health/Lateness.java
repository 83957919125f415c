package io.kubilitics.topology.health;

import io.kubilitics.topology.Surroundings;
import java.time.Duration;

/// How long what others must do for an object may take.
final class Lateness {
  /// As long as the rules of the catalogue give to what starts: their health changes then, and the
  /// object is looked at again.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Lateness() {}

  /// Whether the object is there for longer; what does not say since when is not late.
  static boolean isLate(Surroundings object) {
    return object
        .resource()
        .createdAt()
        .filter(created -> !created.plus(PATIENCE).isAfter(object.now()))
        .isPresent();
  }
}
