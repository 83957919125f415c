package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A PodDisruptionBudget does its work when it allows no disruption because Pods are ill. One that
/// allows none while all are well lets nobody drain their nodes.
final class BudgetHealth implements HealthRule {
  private static final FieldPath ALLOWED = FieldPath.parse("status.disruptionsAllowed");
  private static final FieldPath EXPECTED = FieldPath.parse("status.expectedPods");
  private static final FieldPath WELL = FieldPath.parse("status.currentHealthy");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("policy", "PodDisruptionBudget"));
  }

  @Override
  public Set<String> reads() {
    return Reads.of(
        Observed.READS,
        Conditions.PATH,
        "status.disruptionsAllowed",
        "status.expectedPods",
        "status.currentHealthy");
  }

  @Override
  public Health of(KeptObject budget) {
    Health unobserved = Observed.lacking(budget);
    if (unobserved != null) {
      return unobserved;
    }
    Condition allowed = Conditions.findFalse(budget, "DisruptionAllowed");
    if (allowed != null && allowed.reason().equals("SyncFailed")) {
      return allowed.health(Status.DEGRADED);
    }
    long expected = Values.count(budget, EXPECTED);
    long well = Values.count(budget, WELL);
    if (expected == 0 || Values.count(budget, ALLOWED) > 0) {
      return Health.HEALTHY;
    }
    return well >= expected
        ? new Health(
            Status.DEGRADED,
            "BlocksEvictions",
            well + " of " + expected + " Pods are healthy, and none may be evicted.")
        : new Health(
            Status.HEALTHY,
            "InsufficientPods",
            well + " of " + expected + " Pods are healthy: it allows no disruption.");
  }
}
