package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;

/// How many Pods a workload wants and has.
///
/// @param created all that there are, of any revision
/// @param updated those of the newest revision
/// @param available those that serve
record Replicas(long desired, long created, long updated, long available) {
  static final Health SCALED_TO_ZERO =
      new Health(Status.SUSPENDED, "ScaledToZero", "It is scaled to no replicas.");

  private static final FieldPath DESIRED = FieldPath.parse("spec.replicas");
  private static final FieldPath CREATED = FieldPath.parse("metadata.creationTimestamp");

  /// What `spec.replicas` says, 1 where it says nothing.
  static long desired(KeptObject object) {
    return Math.max(0, Values.number(object, DESIRED, 1));
  }

  /// Nothing is wanted: the rest is going, or somebody wants it so.
  Health scaledToZero() {
    return created == 0
        ? SCALED_TO_ZERO
        : new Health(Status.PROGRESSING, "ScalingDown", "Pods that are left: " + created + ".");
  }

  /// Whether Pods of the newest revision are still to come, or old ones to go.
  boolean isRollingOut() {
    return updated < desired || created > updated;
  }

  Health rollingOut() {
    if (updated < desired) {
      return rollingOut(updated, desired);
    }
    return new Health(
        Status.PROGRESSING,
        "RollingOut",
        created > updated
            ? "Pods of the old revision that are left: " + (created - updated) + "."
            : available + " of " + desired + " are available.");
  }

  static Health rollingOut(long updated, long desired) {
    return new Health(
        Status.PROGRESSING, "RollingOut", updated + " of " + desired + " are up to date.");
  }

  Health scaling() {
    return new Health(
        Status.PROGRESSING, "Scaling", created + " of " + desired + " have been created.");
  }

  /// By how many of the wanted ones serve.
  Health serving() {
    if (available >= desired) {
      return Health.HEALTHY;
    }
    return available == 0
        ? new Health(Status.FAILED, "Unavailable", "None of " + desired + " is available.")
        : new Health(
            Status.DEGRADED, "PartlyAvailable", available + " of " + desired + " are available.");
  }

  /// The same for workloads whose status does not tell a first start from a loss: a new one is
  /// given the time that a Deployment has by default.
  Health serving(KeptObject object) {
    Health serving = serving();
    if (serving.equals(Health.HEALTHY)) {
      return serving;
    }
    return Patience.startUntil(
        Values.instant(object, CREATED),
        new Health(
            Status.PROGRESSING, "Starting", available + " of " + desired + " are available."),
        serving);
  }
}
