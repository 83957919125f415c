package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An object of any kind that has been asked to go is going, whatever else it says: its containers
/// end and its conditions turn false on purpose.
public final class TerminatingHealth implements HealthRule {
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
    reads.addAll(Deletion.READS);
    return reads;
  }

  @Override
  public Map<FieldPath, UnaryOperator<String>> digests() {
    return rule.digests();
  }

  @Override
  public Health of(KeptObject object) {
    return Deletion.isAsked(object) ? Deletion.of(object) : rule.of(object);
  }
}
