package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A StatefulSet makes and updates its Pods one after the other; below the `partition` of its
/// update strategy they keep the old revision on purpose.
final class StatefulSetHealth implements HealthRule {
  private static final FieldPath REPLICAS = FieldPath.parse("status.replicas");
  private static final FieldPath READY = FieldPath.parse("status.readyReplicas");
  private static final FieldPath UPDATED = FieldPath.parse("status.updatedReplicas");
  private static final FieldPath CURRENT = FieldPath.parse("status.currentRevision");
  private static final FieldPath UPDATE = FieldPath.parse("status.updateRevision");
  private static final FieldPath PARTITION =
      FieldPath.parse("spec.updateStrategy.rollingUpdate.partition");
  private static final FieldPath STRATEGY = FieldPath.parse("spec.updateStrategy.type");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apps", "StatefulSet"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(
        Observed.READS,
        "metadata.creationTimestamp",
        "spec.replicas",
        "spec.updateStrategy",
        "status.replicas",
        "status.readyReplicas",
        "status.updatedReplicas",
        "status.currentRevision",
        "status.updateRevision");
  }

  @Override
  public Health of(KeptObject set) {
    Health unobserved = Observed.lacking(set);
    if (unobserved != null) {
      return unobserved;
    }
    Replicas replicas =
        new Replicas(
            Replicas.desired(set),
            Values.count(set, REPLICAS),
            Values.count(set, UPDATED),
            Values.count(set, READY));
    if (replicas.desired() == 0) {
      return replicas.scaledToZero();
    }
    if (replicas.created() < replicas.desired()) {
      return replicas.scaling();
    }
    long toUpdate = Math.max(0, replicas.desired() - Values.count(set, PARTITION));
    if (isUpdating(set) && replicas.updated() < toUpdate) {
      return Replicas.rollingOut(replicas.updated(), toUpdate);
    }
    return replicas.serving(set);
  }

  private static boolean isUpdating(KeptObject set) {
    String current = set.scalar(CURRENT);
    return current != null
        && !current.equals(set.scalar(UPDATE))
        && !"OnDelete".equals(set.scalar(STRATEGY));
  }
}
