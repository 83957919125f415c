package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import java.util.Set;

/// An Ingress with an address is served. Without one nothing is known: many controllers never set
/// it.
final class IngressHealth implements HealthRule {
  private static final FieldPath ADDRESS = FieldPath.parse("status.loadBalancer.ingress[]");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("networking.k8s.io", "Ingress"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("status.loadBalancer.ingress");
  }

  @Override
  public Health of(KeptObject ingress) {
    return ingress.first(ADDRESS) == null ? Health.UNKNOWN : Health.HEALTHY;
  }
}
