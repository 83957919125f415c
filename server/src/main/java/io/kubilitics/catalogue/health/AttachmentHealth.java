package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A VolumeAttachment: an error at either end of its life counts as long as its driver has not
/// taken it back.
final class AttachmentHealth implements HealthRule {
  private static final FieldPath ATTACHED = FieldPath.parse("status.attached");
  private static final FieldPath ATTACH_ERROR = FieldPath.parse("status.attachError");
  private static final FieldPath DETACH_ERROR = FieldPath.parse("status.detachError");
  private static final FieldPath MESSAGE = FieldPath.parse("message");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("storage.k8s.io", "VolumeAttachment"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(
        Deletion.READS,
        "metadata.uid",
        "status.attached",
        "status.attachError.message",
        "status.detachError.message");
  }

  @Override
  public boolean seesDeletion() {
    return true;
  }

  @Override
  public Health of(KeptObject attachment) {
    var detach = attachment.first(DETACH_ERROR);
    if (detach != null) {
      return new Health(Status.FAILED, "DetachError", Values.text(detach, MESSAGE));
    }
    if (Deletion.isAsked(attachment)) {
      return Deletion.of(attachment);
    }
    var attach = attachment.first(ATTACH_ERROR);
    if (attach != null) {
      return new Health(Status.FAILED, "AttachError", Values.text(attach, MESSAGE));
    }
    if (Values.isTrue(attachment, ATTACHED)) {
      return Health.HEALTHY;
    }
    return Observed.hasStatus(attachment) || Observed.isInCluster(attachment)
        ? new Health(Status.PROGRESSING, "Attaching", "Its volume is not attached yet.")
        : Health.UNKNOWN;
  }
}
