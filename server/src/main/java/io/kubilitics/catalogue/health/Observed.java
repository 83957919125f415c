package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the status of an object speaks of what its spec says now.
final class Observed {
  static final List<String> READS =
      List.of("metadata.generation", "metadata.uid", "status.observedGeneration");

  static final Health NOT_YET =
      new Health(Status.PROGRESSING, "", "The latest change has not been looked at yet.");

  private static final FieldPath GENERATION = FieldPath.parse("metadata.generation");
  private static final FieldPath UID = FieldPath.parse("metadata.uid");
  private static final FieldPath OBSERVED = FieldPath.parse("status.observedGeneration");
  private static final FieldPath STATUS = FieldPath.parse("status");

  private Observed() {}

  /// What is to be said of an object whose status does not count: nothing when it was never in a
  /// cluster (templates and dry runs have an empty status), that it is too early when nobody has
  /// looked at it, or not since it changed. Null when the status counts.
  static @Nullable Health lacking(KeptObject object) {
    if (hasStatus(object)) {
      return isBehind(object) ? NOT_YET : null;
    }
    return isInCluster(object) ? NOT_YET : Health.UNKNOWN;
  }

  static boolean hasStatus(KeptObject object) {
    KeptField status = object.first(STATUS);
    return status != null && !status.isEmpty();
  }

  /// Whether a cluster gave it a uid.
  static boolean isInCluster(KeptObject object) {
    return !Values.text(object, UID).isEmpty();
  }

  /// True when both generations are set and the status is older.
  static boolean isBehind(KeptObject object) {
    return isBehind(object, object, OBSERVED);
  }

  /// The same for a part of the status that has a generation of its own.
  static boolean isBehind(KeptObject object, KeptField part, FieldPath observed) {
    long generation = Values.number(object, GENERATION, -1);
    long seen = Values.number(part, observed, -1);
    return generation >= 0 && seen >= 0 && seen < generation;
  }
}
