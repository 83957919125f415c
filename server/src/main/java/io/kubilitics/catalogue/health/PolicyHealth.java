package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A ValidatingAdmissionPolicy whose expressions do not fit the kinds they are written for.
final class PolicyHealth implements HealthRule {
  private static final FieldPath WARNINGS =
      FieldPath.parse("status.typeChecking.expressionWarnings[]");
  private static final FieldPath FIELD = FieldPath.parse("fieldRef");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("status.typeChecking");
  }

  @Override
  public Health of(KeptObject policy) {
    KeptField warning = policy.first(WARNINGS);
    return warning == null
        ? Health.HEALTHY
        : new Health(
            Status.DEGRADED,
            "ExpressionWarning",
            "The expression " + Values.text(warning, FIELD) + " does not fit its kinds.");
  }
}
