package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Says how the objects of some kinds are: pure, immutable, used by any thread.
public interface HealthRule {
  /// Nothing tells.
  HealthRule UNKNOWN = constant(Health.UNKNOWN);

  /// Cannot be ill.
  HealthRule ALWAYS_HEALTHY = constant(Health.HEALTHY);

  Set<Kind> kinds();

  /// The paths it reads; everything below them is kept for it.
  Set<String> reads();

  /// Texts of which only what a function makes of them is kept and read, even where nothing else
  /// may be kept. The function takes anything, and is quick.
  default Map<FieldPath, UnaryOperator<String>> digests() {
    return Map.of();
  }

  /// Health from the object's own fields. One that is not as expected is unknown, never an
  /// exception.
  Health of(KeptObject object);

  /// Whether it tells itself that an object is being deleted; else that is said for it.
  default boolean seesDeletion() {
    return false;
  }

  private static HealthRule constant(Health health) {
    return new HealthRule() {
      @Override
      public Set<Kind> kinds() {
        return Set.of();
      }

      @Override
      public Set<String> reads() {
        return Set.of();
      }

      @Override
      public Health of(KeptObject object) {
        return health;
      }
    };
  }
}
