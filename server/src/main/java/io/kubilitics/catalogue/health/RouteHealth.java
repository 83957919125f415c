package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Routes and policies of the Gateway API: each of their parents says for itself whether it takes
/// them. One that no parent takes has failed.
final class RouteHealth implements HealthRule {
  private static final String GROUP = "gateway.networking.k8s.io";
  private static final FieldPath PARENTS = FieldPath.parse("status.parents[]");
  private static final FieldPath ANCESTORS = FieldPath.parse("status.ancestors[]");
  private static final FieldPath CONDITIONS = FieldPath.parse("conditions[]");

  @Override
  public Set<Kind> kinds() {
    Set<Kind> kinds = new HashSet<>();
    for (String name :
        List.of(
            "HTTPRoute",
            "GRPCRoute",
            "TLSRoute",
            "TCPRoute",
            "UDPRoute",
            "BackendTLSPolicy",
            "BackendTrafficPolicy",
            "XBackendTrafficPolicy")) {
      kinds.add(new Kind(GROUP, name));
    }
    return kinds;
  }

  @Override
  public Set<String> reads() {
    return Set.of("status.parents[].conditions", "status.ancestors[].conditions");
  }

  @Override
  public Health of(KeptObject route) {
    List<List<Condition>> parents = new ArrayList<>();
    route.walk(PARENTS, parent -> parents.add(Conditions.all(parent, CONDITIONS)));
    route.walk(ANCESTORS, parent -> parents.add(Conditions.all(parent, CONDITIONS)));
    Condition refused = null;
    Condition unresolved = null;
    int taken = 0;
    for (List<Condition> conditions : parents) {
      Condition accepted = find(conditions, "Accepted");
      if (accepted != null && accepted.isTrue()) {
        taken++;
      } else if (accepted != null && refused == null) {
        refused = accepted;
      }
      Condition resolved = find(conditions, "ResolvedRefs");
      if (resolved != null && resolved.isFalse() && unresolved == null) {
        unresolved = resolved;
      }
    }
    if (refused != null) {
      return refused.health(refused(taken, refused));
    }
    if (unresolved != null) {
      return unresolved.health(Status.DEGRADED);
    }
    return taken == 0 ? Health.UNKNOWN : Health.HEALTHY;
  }

  private static Status refused(int taken, Condition refused) {
    if (taken > 0) {
      return Status.DEGRADED;
    }
    return refused.isFalse() ? Status.FAILED : Status.PROGRESSING;
  }

  private static @Nullable Condition find(List<Condition> conditions, String type) {
    for (Condition condition : conditions) {
      if (condition.type().equals(type)) {
        return condition;
      }
    }
    return null;
  }
}
