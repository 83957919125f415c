package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A PersistentVolume says how it is by its phase.
final class VolumeHealth implements HealthRule {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath REASON = FieldPath.parse("status.reason");
  private static final FieldPath MESSAGE = FieldPath.parse("status.message");
  private static final FieldPath POLICY = FieldPath.parse("spec.persistentVolumeReclaimPolicy");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("PersistentVolume"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "spec.persistentVolumeReclaimPolicy", "status.phase", "status.reason", "status.message");
  }

  @Override
  public Health of(KeptObject volume) {
    return switch (Values.text(volume, PHASE)) {
      case "Bound", "Available" -> Health.HEALTHY;
      case "Pending" -> new Health(Status.PROGRESSING, "Pending", message(volume, ""));
      case "Released" -> new Health(Status.DEGRADED, "Released", message(volume, released(volume)));
      case "Failed" -> {
        String reason = Values.text(volume, REASON);
        yield new Health(
            Status.FAILED,
            reason.isEmpty() ? "Failed" : reason,
            message(volume, "It could not be reclaimed."));
      }
      default -> Health.UNKNOWN;
    };
  }

  private static String released(KeptObject volume) {
    return "Delete".equals(volume.scalar(POLICY))
        ? "Its claim is gone, and it has not been deleted yet."
        : "Its claim is gone, and nobody has taken it back.";
  }

  private static String message(KeptObject volume, String otherwise) {
    String message = Values.text(volume, MESSAGE);
    return message.isEmpty() ? otherwise : message;
  }
}
