package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A ReplicaSet or ReplicationController. One without replicas that a Deployment made is an old
/// revision, and well.
final class ReplicaSetHealth implements HealthRule {
  private static final FieldPath REPLICAS = FieldPath.parse("status.replicas");
  private static final FieldPath AVAILABLE = FieldPath.parse("status.availableReplicas");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apps", "ReplicaSet"), Kind.core("ReplicationController"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        Generations.GENERATION,
        Generations.OBSERVED,
        Conditions.PATH,
        "metadata.ownerReferences",
        "spec.replicas",
        "status.replicas",
        "status.availableReplicas");
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
      return Replicas.hasController(set) ? Health.HEALTHY : Replicas.SCALED_TO_ZERO;
    }
    long available = Replicas.number(set, AVAILABLE);
    Condition failure = Conditions.find(set, "ReplicaFailure");
    if (failure != null && failure.isTrue()) {
      return new Health(
          available > 0 ? Status.DEGRADED : Status.FAILED, failure.reason(), failure.message());
    }
    if (available >= desired) {
      return Health.HEALTHY;
    }
    long replicas = Replicas.number(set, REPLICAS);
    return replicas < desired
        ? new Health(
            Status.PROGRESSING, "Scaling", replicas + " of " + desired + " have been created.")
        : new Health(Status.DEGRADED, "NotReady", available + " of " + desired + " are available.");
  }
}
