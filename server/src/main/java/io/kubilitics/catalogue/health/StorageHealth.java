package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// PersistentVolumeClaims and PersistentVolumes say how they are by their phase. A claim that waits
/// may wait for its first user, which is no fault.
final class StorageHealth implements HealthRule {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath REASON = FieldPath.parse("status.reason");
  private static final FieldPath MESSAGE = FieldPath.parse("status.message");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("PersistentVolumeClaim"), Kind.core("PersistentVolume"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("status.phase", "status.reason", "status.message");
  }

  @Override
  public Health of(KeptObject object) {
    String phase = object.scalar(PHASE);
    return switch (phase == null ? "" : phase) {
      case "Bound", "Available" -> Health.HEALTHY;
      case "Pending" -> new Health(Status.PROGRESSING, "Pending", message(object, ""));
      case "Released" ->
          new Health(
              Status.DEGRADED,
              "Released",
              message(object, "Its claim is gone, and nobody has taken it back."));
      case "Lost" ->
          new Health(Status.FAILED, "Lost", message(object, "Its volume does not exist any more."));
      case "Failed" -> {
        String reason = object.scalar(REASON);
        yield new Health(
            Status.FAILED,
            reason == null || reason.isEmpty() ? "Failed" : reason,
            message(object, ""));
      }
      default -> Health.UNKNOWN;
    };
  }

  private static String message(KeptObject object, String otherwise) {
    String message = object.scalar(MESSAGE);
    return message == null || message.isEmpty() ? otherwise : message;
  }
}
