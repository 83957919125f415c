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
  private static final FieldPath CONTROLLERS =
      FieldPath.parse("metadata.ownerReferences[].controller");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apps", "ReplicaSet"), Kind.core("ReplicationController"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(
        Observed.READS,
        Conditions.PATH,
        "metadata.creationTimestamp",
        "metadata.ownerReferences",
        "spec.replicas",
        "status.replicas",
        "status.availableReplicas");
  }

  @Override
  public Health of(KeptObject set) {
    Health unobserved = Observed.lacking(set);
    if (unobserved != null) {
      return unobserved;
    }
    long created = Values.count(set, REPLICAS);
    Replicas replicas =
        new Replicas(Replicas.desired(set), created, created, Values.count(set, AVAILABLE));
    if (replicas.desired() == 0) {
      return created == 0 && hasController(set) ? Health.HEALTHY : replicas.scaledToZero();
    }
    Condition failure = Conditions.findTrue(set, "ReplicaFailure");
    if (failure != null) {
      return failure.health(replicas.available() > 0 ? Status.DEGRADED : Status.FAILED);
    }
    return created < replicas.desired() ? replicas.scaling() : replicas.serving(set);
  }

  private static boolean hasController(KeptObject set) {
    boolean[] has = new boolean[1];
    set.walk(CONTROLLERS, controller -> has[0] |= "true".equals(controller.scalar()));
    return has[0];
  }
}
