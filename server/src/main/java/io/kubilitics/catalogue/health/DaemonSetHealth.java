package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A DaemonSet wants as many Pods as there are nodes for it, which may be none.
final class DaemonSetHealth implements HealthRule {
  private static final FieldPath DESIRED = FieldPath.parse("status.desiredNumberScheduled");
  private static final FieldPath UPDATED = FieldPath.parse("status.updatedNumberScheduled");
  private static final FieldPath AVAILABLE = FieldPath.parse("status.numberAvailable");
  private static final FieldPath STRATEGY = FieldPath.parse("spec.updateStrategy.type");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apps", "DaemonSet"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        Generations.GENERATION,
        Generations.OBSERVED,
        "spec.updateStrategy.type",
        "status.desiredNumberScheduled",
        "status.updatedNumberScheduled",
        "status.numberAvailable");
  }

  @Override
  public Health of(KeptObject set) {
    if (!Replicas.hasStatus(set)) {
      return Health.UNKNOWN;
    }
    if (Generations.isBehind(set)) {
      return Replicas.NOT_LOOKED_AT;
    }
    long desired = Replicas.number(set, DESIRED);
    long updated = Replicas.number(set, UPDATED);
    if (updated < desired && !"OnDelete".equals(set.scalar(STRATEGY))) {
      return Replicas.rollingOut(updated, desired);
    }
    long available = Replicas.number(set, AVAILABLE);
    return available >= desired ? Health.HEALTHY : Replicas.lacking(available, desired);
  }
}
