package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.util.List;
import java.util.Optional;

/// Health that has its cause in one of several others.
final class Causes {
  private Causes() {}

  /// The first that has failed, else the first that is degraded and not on its way out.
  static Optional<Around> worst(List<Around> others) {
    return others.stream()
        .filter(other -> other.is(Status.FAILED))
        .findFirst()
        .or(() ->
            others.stream()
                .filter(other -> other.is(Status.DEGRADED))
                .filter(other -> !other.health().reason().equals("Terminating"))
                .findFirst());
  }

  /// The own message with its cause behind it, under the name of the cause. What only seemed to be
  /// on its way does not get there.
  ///
  /// @param serves whether the object does something of what it is for
  /// @param sentence what is to be said of the cause
  static Health because(Health own, Around culprit, boolean serves, String sentence) {
    Health cause = culprit.health();
    return new Health(
        status(own.status(), cause.status(), serves),
        cause.reason().isEmpty() ? own.reason() : cause.reason(),
        Words.joined(own.message(), sentence));
  }

  private static Status status(Status own, Status cause, boolean serves) {
    if (own != Status.PROGRESSING) {
      return own;
    }
    return serves || cause == Status.DEGRADED ? Status.DEGRADED : Status.FAILED;
  }
}
