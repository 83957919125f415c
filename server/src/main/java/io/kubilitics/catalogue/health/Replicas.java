package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;

/// What workloads with replicas have in common.
final class Replicas {
  static final Health NOT_LOOKED_AT =
      new Health(Status.PROGRESSING, "", "The latest change has not been looked at yet.");
  static final Health SCALED_TO_ZERO =
      new Health(Status.SUSPENDED, "ScaledToZero", "It is scaled to no replicas.");

  private static final FieldPath STATUS = FieldPath.parse("status");
  private static final FieldPath DESIRED = FieldPath.parse("spec.replicas");
  private static final FieldPath CONTROLLERS =
      FieldPath.parse("metadata.ownerReferences[].controller");

  private Replicas() {}

  /// Whether the object was ever looked at by a controller: templates and dry runs have an empty
  /// status.
  static boolean hasStatus(KeptObject object) {
    var status = object.first(STATUS);
    return status != null && !status.isEmpty();
  }

  static long desired(KeptObject object) {
    return Numbers.read(object.scalar(DESIRED), 1);
  }

  static long number(KeptObject object, FieldPath path) {
    return Numbers.read(object.scalar(path), 0);
  }

  static boolean hasController(KeptObject object) {
    boolean[] has = new boolean[1];
    object.walk(CONTROLLERS, controller -> has[0] |= "true".equals(controller.scalar()));
    return has[0];
  }

  /// Some are missing: all of them, or only a part.
  static Health lacking(long available, long desired) {
    return available == 0
        ? new Health(Status.FAILED, "Unavailable", "None of " + desired + " is available.")
        : new Health(
            Status.DEGRADED, "PartlyAvailable", available + " of " + desired + " are available.");
  }

  static Health rollingOut(long updated, long desired) {
    return new Health(
        Status.PROGRESSING, "RollingOut", updated + " of " + desired + " are up to date.");
  }
}
