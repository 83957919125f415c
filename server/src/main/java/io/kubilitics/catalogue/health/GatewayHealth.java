package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A Gateway is as its own conditions say; one of its listeners may still be broken.
final class GatewayHealth implements HealthRule {
  private static final HealthRule OWN = ConditionsHealth.of(List.of("Accepted", "Programmed"));
  private static final FieldPath LISTENERS = FieldPath.parse("status.listeners[].conditions[]");
  private static final Set<String> GOOD = Set.of("Accepted", "ResolvedRefs", "Programmed");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("gateway.networking.k8s.io", "Gateway"));
  }

  @Override
  public Set<String> reads() {
    Set<String> reads = new HashSet<>(OWN.reads());
    reads.add("status.listeners[].conditions");
    return reads;
  }

  @Override
  public Health of(KeptObject gateway) {
    Health own = OWN.of(gateway);
    if (!own.equals(Health.HEALTHY)) {
      return own;
    }
    for (Condition condition : Conditions.all(gateway, LISTENERS)) {
      if (condition.isFalse() && GOOD.contains(condition.type())) {
        return condition.health(Status.DEGRADED);
      }
    }
    return own;
  }
}
