package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;

/// A Namespace that goes away is progressing, unless something holds it up.
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
    return Set.of("status.phase", Conditions.PATH);
  }

  @Override
  public boolean seesDeletion() {
    return true;
  }

  @Override
  public Health of(KeptObject namespace) {
    String phase = namespace.scalar(PHASE);
    if ("Active".equals(phase)) {
      return Health.HEALTHY;
    }
    if (!"Terminating".equals(phase)) {
      return Health.UNKNOWN;
    }
    for (String type : OBSTACLES) {
      Condition obstacle = Conditions.find(namespace, type);
      if (obstacle != null && obstacle.isTrue()) {
        return new Health(Status.DEGRADED, obstacle.reason(), obstacle.message());
      }
    }
    return new Health(Status.PROGRESSING, "Terminating", "");
  }
}
