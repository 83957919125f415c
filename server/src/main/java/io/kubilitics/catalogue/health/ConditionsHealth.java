package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Objects that tell how they are by the usual conditions: `Stalled` and `Degraded` when they are
/// true, `Reconciling` and `Progressing` while they are, `Ready` and `Available` both ways. A
/// catalogue file may name other conditions for those two; of these all that are there count. A
/// status that speaks of an older generation is not believed. Without any of these the health is
/// unknown, never a guess.
public final class ConditionsHealth implements HealthRule {
  /// For kinds nobody described, and those whose catalogue file says `health: conditions`.
  public static final HealthRule OF_CUSTOM_KINDS = new ConditionsHealth(List.of());

  /// Types of the conditions that are true when all is well; none for the usual ones.
  private final List<String> types;

  private ConditionsHealth(List<String> types) {
    this.types = List.copyOf(types);
  }

  /// The rule for a kind whose catalogue file names its conditions; the usual one without names.
  public static HealthRule of(List<String> types) {
    return types.isEmpty() ? OF_CUSTOM_KINDS : new ConditionsHealth(types);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public Set<String> reads() {
    return Reads.of(Observed.READS, Conditions.PATH);
  }

  @Override
  public Health of(KeptObject object) {
    if (Observed.isBehind(object)) {
      return Observed.NOT_YET;
    }
    Condition stalled = Conditions.findTrue(object, "Stalled");
    if (stalled != null) {
      return stalled.health(Status.FAILED);
    }
    Condition degraded = Conditions.findTrue(object, "Degraded");
    if (degraded != null) {
      return degraded.health(Status.DEGRADED);
    }
    Condition working = first(object, "Reconciling", "Progressing");
    Condition ready = types.isEmpty() ? first(object, "Ready", "Available") : worst(object);
    if (ready != null && ready.isTrue()) {
      return Health.HEALTHY;
    }
    if (working != null && working.isTrue()) {
      return working.health(Status.PROGRESSING);
    }
    if (ready != null) {
      return ready.health(ready.isFalse() ? Status.DEGRADED : Status.PROGRESSING);
    }
    return Health.UNKNOWN;
  }

  /// Of the named conditions one that is false, else one that is not true, else any, else null.
  private @Nullable Condition worst(KeptObject object) {
    Condition worst = null;
    for (String type : types) {
      Condition condition = Conditions.find(object, type);
      if (condition == null) {
        continue;
      }
      if (condition.isFalse()) {
        return condition;
      }
      if (worst == null || worst.isTrue()) {
        worst = condition;
      }
    }
    return worst;
  }

  private static @Nullable Condition first(KeptObject object, String type, String other) {
    Condition condition = Conditions.find(object, type);
    return condition != null ? condition : Conditions.find(object, other);
  }
}
