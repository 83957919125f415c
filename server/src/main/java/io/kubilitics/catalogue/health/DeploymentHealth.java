package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A Deployment: failed when nothing serves and nothing moves, degraded while it still serves.
final class DeploymentHealth implements HealthRule {
  private static final FieldPath PAUSED = FieldPath.parse("spec.paused");
  private static final FieldPath REPLICAS = FieldPath.parse("status.replicas");
  private static final FieldPath UPDATED = FieldPath.parse("status.updatedReplicas");
  private static final FieldPath AVAILABLE = FieldPath.parse("status.availableReplicas");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apps", "Deployment"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        Generations.GENERATION,
        Generations.OBSERVED,
        Conditions.PATH,
        "spec.paused",
        "spec.replicas",
        "status.replicas",
        "status.updatedReplicas",
        "status.availableReplicas");
  }

  @Override
  public Health of(KeptObject deployment) {
    if (!Replicas.hasStatus(deployment)) {
      return Health.UNKNOWN;
    }
    if ("true".equals(deployment.scalar(PAUSED))) {
      return new Health(Status.SUSPENDED, "Paused", "Its rollout is paused.");
    }
    if (Generations.isBehind(deployment)) {
      return Replicas.NOT_LOOKED_AT;
    }
    long desired = Replicas.desired(deployment);
    long available = Replicas.number(deployment, AVAILABLE);
    Condition progressing = Conditions.find(deployment, "Progressing");
    if (progressing != null && progressing.isFalse()) {
      return troubled(progressing, available);
    }
    Condition failure = Conditions.find(deployment, "ReplicaFailure");
    if (failure != null && failure.isTrue()) {
      return troubled(failure, available);
    }
    if (desired == 0) {
      return Replicas.SCALED_TO_ZERO;
    }
    long updated = Replicas.number(deployment, UPDATED);
    boolean isRolledOut =
        progressing == null || progressing.reason().equals("NewReplicaSetAvailable");
    if (updated < desired || Replicas.number(deployment, REPLICAS) > updated) {
      return Replicas.rollingOut(updated, desired);
    }
    if (available >= desired) {
      return Health.HEALTHY;
    }
    return isRolledOut
        ? Replicas.lacking(available, desired)
        : Replicas.rollingOut(available, desired);
  }

  private static Health troubled(Condition condition, long available) {
    return new Health(
        available > 0 ? Status.DEGRADED : Status.FAILED, condition.reason(), condition.message());
  }
}
