package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.HashSet;
import java.util.Set;

/// An object of any kind that has been asked to go is going, whatever else it says: its containers
/// end and its conditions turn false on purpose.
public final class TerminatingHealth implements HealthRule {
  private static final String DELETED = "metadata.deletionTimestamp";
  private static final FieldPath DELETED_PATH = FieldPath.parse(DELETED);

  private final HealthRule rule;

  private TerminatingHealth(HealthRule rule) {
    this.rule = rule;
  }

  /// The rule, with deletion seen first.
  public static HealthRule before(HealthRule rule) {
    return rule.seesDeletion() ? rule : new TerminatingHealth(rule);
  }

  @Override
  public Set<Kind> kinds() {
    return rule.kinds();
  }

  @Override
  public Set<String> reads() {
    Set<String> reads = new HashSet<>(rule.reads());
    reads.add(DELETED);
    return reads;
  }

  @Override
  public Health of(KeptObject object) {
    return object.scalar(DELETED_PATH) == null
        ? rule.of(object)
        : new Health(Status.PROGRESSING, "Terminating", "");
  }
}
