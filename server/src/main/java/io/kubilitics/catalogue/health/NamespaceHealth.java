package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;

/// A Namespace that goes away is progressing, unless something holds it up or it takes long.
final class NamespaceHealth implements HealthRule {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");

  /// Conditions that are true while the deletion cannot go on.
  private static final List<String> OBSTACLES =
      List.of(
          "NamespaceDeletionDiscoveryFailure",
          "NamespaceDeletionGroupVersionParsingFailure",
          "NamespaceDeletionContentFailure",
          "NamespaceFinalizersRemaining");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("Namespace"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(Deletion.READS, "status.phase", Conditions.PATH);
  }

  @Override
  public boolean seesDeletion() {
    return true;
  }

  @Override
  public Health of(KeptObject namespace) {
    String phase = Values.text(namespace, PHASE);
    if (!phase.equals("Terminating") && !Deletion.isAsked(namespace)) {
      return phase.equals("Active") ? Health.HEALTHY : Health.UNKNOWN;
    }
    for (String type : OBSTACLES) {
      Condition obstacle = Conditions.findTrue(namespace, type);
      if (obstacle != null) {
        return obstacle.health(Status.DEGRADED);
      }
    }
    Condition content = Conditions.findTrue(namespace, "NamespaceContentRemaining");
    return content == null ? Deletion.of(namespace) : Deletion.of(namespace, content.message());
  }
}
