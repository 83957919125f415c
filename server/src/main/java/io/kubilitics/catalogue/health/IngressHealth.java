package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.time.Instant;
import java.util.Set;

/// An Ingress with an address is served. Without one nothing is known: many controllers never set
/// it.
final class IngressHealth implements HealthRule {
  private static final FieldPath ADDRESS = FieldPath.parse("status.loadBalancer.ingress[]");

  private static final FieldPath CREATED = FieldPath.parse("metadata.creationTimestamp");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("networking.k8s.io", "Ingress"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("metadata.creationTimestamp", "metadata.uid", "status.loadBalancer.ingress");
  }

  @Override
  public Health of(KeptObject ingress) {
    if (ingress.first(ADDRESS) != null) {
      return Health.HEALTHY;
    }
    Instant created = Values.instant(ingress, CREATED);
    return created == null || !Observed.isInCluster(ingress)
        ? Health.UNKNOWN
        : Patience.startUntil(
            created, Health.UNKNOWN, new Health(Status.UNKNOWN, "", "It has no address."));
  }
}
