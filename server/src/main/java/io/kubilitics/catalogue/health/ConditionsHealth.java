package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects that tell how they are by the usual conditions: `Stalled` and `Degraded` when they are
/// true, `Reconciling` and `Progressing` while they are, `Ready` and `Available` both ways. A
/// status that speaks of an older generation is not believed. Without any of these the health is
/// unknown, never a guess.
public final class ConditionsHealth implements HealthRule {
  /// For kinds nobody described, and those whose catalogue file says `health: conditions`.
  public static final HealthRule OF_CUSTOM_KINDS = new ConditionsHealth();

  private ConditionsHealth() {}

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public Set<String> reads() {
    return Set.of(Conditions.PATH, Generations.GENERATION, Generations.OBSERVED);
  }

  @Override
  public Health of(KeptObject object) {
    if (Generations.isBehind(object)) {
      return new Health(Status.PROGRESSING, "", "The latest change has not been looked at yet.");
    }
    Condition stalled = Conditions.find(object, "Stalled");
    if (stalled != null && stalled.isTrue()) {
      return health(Status.FAILED, stalled);
    }
    Condition degraded = Conditions.find(object, "Degraded");
    if (degraded != null && degraded.isTrue()) {
      return health(Status.DEGRADED, degraded);
    }
    Condition working = first(object, "Reconciling", "Progressing");
    Condition ready = first(object, "Ready", "Available");
    if (ready != null && ready.isTrue()) {
      return Health.HEALTHY;
    }
    if (working != null && working.isTrue()) {
      return health(Status.PROGRESSING, working);
    }
    if (ready != null) {
      return health(ready.isFalse() ? Status.DEGRADED : Status.PROGRESSING, ready);
    }
    return Health.UNKNOWN;
  }

  private static @Nullable Condition first(KeptObject object, String type, String other) {
    Condition condition = Conditions.find(object, type);
    return condition != null ? condition : Conditions.find(object, other);
  }

  private static Health health(Status status, Condition condition) {
    return new Health(status, condition.reason(), condition.message());
  }
}
