package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A PersistentVolumeClaim. One that waits may wait for its first user, which is no fault; a bound
/// one may still fail to grow.
final class ClaimHealth implements HealthRule {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath CREATED = FieldPath.parse("metadata.creationTimestamp");
  private static final FieldPath RESIZE =
      FieldPath.parse("status.allocatedResourceStatuses.storage");

  private static final List<String> FAILURES =
      List.of("ControllerResizeError", "NodeResizeError", "ModifyVolumeError");
  private static final List<String> WORK =
      List.of("Resizing", "FileSystemResizePending", "ModifyingVolume");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("PersistentVolumeClaim"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "metadata.creationTimestamp",
        "status.phase",
        "status.allocatedResourceStatuses",
        Conditions.PATH);
  }

  @Override
  public Health of(KeptObject claim) {
    return switch (Values.text(claim, PHASE)) {
      case "Bound" -> bound(claim);
      case "Pending" -> pending(Values.instant(claim, CREATED));
      case "Lost" -> new Health(Status.FAILED, "Lost", "Its volume does not exist any more.");
      default -> Health.UNKNOWN;
    };
  }

  private static Health pending(@Nullable Instant created) {
    Health pending = new Health(Status.PROGRESSING, "Pending", "It is not bound to a volume yet.");
    return created == null
        ? pending
        : Patience.startUntil(
            created,
            pending,
            new Health(
                Status.PROGRESSING,
                "Pending",
                "It is not bound to a volume since " + created + "."));
  }

  private static Health bound(KeptObject claim) {
    for (String type : FAILURES) {
      Condition failure = Conditions.findTrue(claim, type);
      if (failure != null) {
        return failure.health(Status.DEGRADED);
      }
    }
    String resize = Values.text(claim, RESIZE);
    if (resize.endsWith("Infeasible") || resize.endsWith("Failed")) {
      return new Health(Status.DEGRADED, resize, "Its volume cannot be made as large as asked.");
    }
    for (String type : WORK) {
      Condition work = Conditions.findTrue(claim, type);
      if (work != null) {
        return new Health(Status.PROGRESSING, type, work.message());
      }
    }
    return Health.HEALTHY;
  }
}
