package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
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
    return Set.of(
        Generations.GENERATION,
        Generations.OBSERVED,
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
    if (!Replicas.hasStatus(set)) {
      return Health.UNKNOWN;
    }
    if (Generations.isBehind(set)) {
      return Replicas.NOT_LOOKED_AT;
    }
    long desired = Replicas.desired(set);
    if (desired == 0) {
      return Replicas.SCALED_TO_ZERO;
    }
    long replicas = Replicas.number(set, REPLICAS);
    if (replicas < desired) {
      return new Health(
          Status.PROGRESSING, "Scaling", replicas + " of " + desired + " have been created.");
    }
    long ready = Replicas.number(set, READY);
    long toUpdate = Math.max(0, desired - Replicas.number(set, PARTITION));
    long updated = Replicas.number(set, UPDATED);
    if (isUpdating(set) && updated < toUpdate) {
      return Replicas.rollingOut(updated, toUpdate);
    }
    return ready >= desired
        ? Health.HEALTHY
        : new Health(Status.DEGRADED, "NotReady", ready + " of " + desired + " are ready.");
  }

  private static boolean isUpdating(KeptObject set) {
    String current = set.scalar(CURRENT);
    return current != null
        && !current.equals(set.scalar(UPDATE))
        && !"OnDelete".equals(set.scalar(STRATEGY));
  }
}
