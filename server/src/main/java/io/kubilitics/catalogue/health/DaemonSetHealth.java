package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A DaemonSet wants as many Pods as there are nodes for it, which may be none.
final class DaemonSetHealth implements HealthRule {
  private static final FieldPath DESIRED = FieldPath.parse("status.desiredNumberScheduled");
  private static final FieldPath CREATED = FieldPath.parse("status.currentNumberScheduled");
  private static final FieldPath UPDATED = FieldPath.parse("status.updatedNumberScheduled");
  private static final FieldPath AVAILABLE = FieldPath.parse("status.numberAvailable");
  private static final FieldPath STRATEGY = FieldPath.parse("spec.updateStrategy.type");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apps", "DaemonSet"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(
        Observed.READS,
        "metadata.creationTimestamp",
        "spec.updateStrategy.type",
        "status.currentNumberScheduled",
        "status.desiredNumberScheduled",
        "status.updatedNumberScheduled",
        "status.numberAvailable");
  }

  @Override
  public Health of(KeptObject set) {
    Health unobserved = Observed.lacking(set);
    if (unobserved != null) {
      return unobserved;
    }
    Replicas replicas =
        new Replicas(
            Values.count(set, DESIRED),
            Values.count(set, CREATED),
            Values.count(set, UPDATED),
            Values.count(set, AVAILABLE));
    if (replicas.updated() < replicas.desired() && !"OnDelete".equals(set.scalar(STRATEGY))) {
      return replicas.rollingOut();
    }
    return replicas.serving(set);
  }
}
