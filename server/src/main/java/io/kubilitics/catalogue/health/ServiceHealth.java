package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A Service tells of itself only whether it has got its load balancer; whether anything serves
/// behind it shows at its endpoints.
final class ServiceHealth implements HealthRule {
  private static final FieldPath TYPE = FieldPath.parse("spec.type");
  private static final FieldPath CREATED = FieldPath.parse("metadata.creationTimestamp");
  private static final FieldPath INGRESS = FieldPath.parse("status.loadBalancer.ingress[]");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("Service"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "metadata.creationTimestamp",
        "metadata.uid",
        "spec.type",
        Conditions.PATH,
        "status.loadBalancer.ingress");
  }

  @Override
  public Health of(KeptObject service) {
    return switch (Values.text(service, TYPE)) {
      case "ExternalName" -> Health.HEALTHY;
      case "LoadBalancer" -> balanced(service);
      default -> Health.UNKNOWN;
    };
  }

  private static Health balanced(KeptObject service) {
    Condition ports = Conditions.findTrue(service, "LoadBalancerPortsError");
    if (ports != null) {
      return ports.health(Status.DEGRADED);
    }
    boolean isKnown = Observed.hasStatus(service) || Observed.isInCluster(service);
    if (!isKnown || service.first(INGRESS) != null) {
      return Health.UNKNOWN;
    }
    String message = "It has got no address of a load balancer yet.";
    return Patience.startUntil(
        Values.instant(service, CREATED),
        new Health(Status.PROGRESSING, "LoadBalancerPending", message),
        new Health(Status.DEGRADED, "LoadBalancerPending", message));
  }
}
