package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A ResourceClaim gets its devices with the first Pod that uses it; until then it only waits. What
/// drivers say of the devices counts.
final class DeviceClaimHealth implements HealthRule {
  private static final FieldPath ALLOCATION = FieldPath.parse("status.allocation");
  private static final FieldPath CONDITIONS = FieldPath.parse("status.devices[].conditions[]");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("resource.k8s.io", "ResourceClaim"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("metadata.uid", "status.allocation.devices", "status.devices[].conditions");
  }

  @Override
  public Health of(KeptObject claim) {
    if (claim.first(ALLOCATION) == null) {
      return Observed.hasStatus(claim) || Observed.isInCluster(claim)
          ? new Health(Status.PROGRESSING, "Pending", "It gets its devices with its first Pod.")
          : Health.UNKNOWN;
    }
    for (Condition condition : Conditions.all(claim, CONDITIONS)) {
      if (condition.type().equals("Ready") && condition.isFalse()) {
        return condition.health(Status.DEGRADED);
      }
    }
    return Health.HEALTHY;
  }
}
