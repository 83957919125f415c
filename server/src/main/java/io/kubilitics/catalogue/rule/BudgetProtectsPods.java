package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A PodDisruptionBudget protects the Pods its selector matches. In policy/v1 an empty selector
/// matches every Pod of the namespace, in policy/v1beta1 none; an absent one matches none in both.
final class BudgetProtectsPods implements FactRule {
  private static final Relation PROTECTS = new Relation("protects");
  private static final String SELECTOR = "spec.selector";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.POD_DISRUPTION_BUDGET);
  }

  @Override
  public Set<String> reads() {
    return Set.of(SELECTOR);
  }

  @Override
  public Stream<Fact> facts(ObjectView budget) {
    boolean emptyMeansNone = budget.version().equals("v1beta1");
    return budget.labelSelector(SELECTOR).stream()
        .filter(selector -> !(emptyMeansNone && selector.isEverything()))
        .map(selector ->
            new Fact.Selects(
                PROTECTS,
                new Evidence(SELECTOR, selector.toString()),
                Kinds.POD,
                new NamespaceScope.In(budget.id().namespace()),
                selector));
  }
}
