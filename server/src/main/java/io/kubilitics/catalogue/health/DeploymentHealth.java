package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Deployment: failed when nothing serves and nothing moves, degraded while it still serves. A
/// paused one is suspended, whatever its Pods do meanwhile.
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
    return Reads.of(
        Observed.READS,
        Conditions.PATH,
        "spec.paused",
        "spec.replicas",
        "status.replicas",
        "status.updatedReplicas",
        "status.availableReplicas");
  }

  @Override
  public Health of(KeptObject deployment) {
    boolean paused = Values.isTrue(deployment, PAUSED);
    Health unobserved = Observed.lacking(deployment);
    if (unobserved != null) {
      return paused && Observed.hasStatus(deployment) ? paused("") : unobserved;
    }
    Replicas replicas =
        new Replicas(
            Replicas.desired(deployment),
            Values.count(deployment, REPLICAS),
            Values.count(deployment, UPDATED),
            Values.count(deployment, AVAILABLE));
    if (replicas.desired() == 0) {
      return replicas.scaledToZero();
    }
    if (paused) {
      boolean isLacking = replicas.available() < replicas.desired();
      return paused(
          isLacking
              ? " %d of %d are available.".formatted(replicas.available(), replicas.desired())
              : "");
    }
    Condition trouble = trouble(deployment);
    if (trouble != null) {
      return trouble.health(replicas.available() > 0 ? Status.DEGRADED : Status.FAILED);
    }
    if (replicas.isRollingOut()) {
      return replicas.rollingOut();
    }
    Condition progressing = Conditions.find(deployment, "Progressing");
    boolean isRolledOut =
        progressing == null || progressing.reason().equals("NewReplicaSetAvailable");
    return isRolledOut || replicas.available() >= replicas.desired()
        ? replicas.serving()
        : replicas.rollingOut();
  }

  /// Why Pods cannot be made is the cause, that they are late is what comes of it.
  private static @Nullable Condition trouble(KeptObject deployment) {
    Condition failure = Conditions.findTrue(deployment, "ReplicaFailure");
    return failure != null ? failure : Conditions.findFalse(deployment, "Progressing");
  }

  private static Health paused(String andSo) {
    return new Health(Status.SUSPENDED, "Paused", "Its rollout is paused." + andSo);
  }
}
