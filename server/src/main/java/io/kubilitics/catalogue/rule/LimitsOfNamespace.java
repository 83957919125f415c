package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A ResourceQuota and a LimitRange limit their own Namespace; the scopes of a quota are the key of
/// the evidence, since they say which Pods there are meant. When that is missing, it is missing as
/// the place of the object, not as the target of a reference.
final class LimitsOfNamespace implements FactRule {
  private static final Relation LIMITS = new Relation("limits");

  private static final String SCOPES = "spec.scopes[]";
  private static final String SCOPE_EXPRESSIONS = "spec.scopeSelector.matchExpressions[]";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.RESOURCE_QUOTA, Kinds.LIMIT_RANGE);
  }

  @Override
  public Set<String> reads() {
    return Set.of(SCOPES, SCOPE_EXPRESSIONS);
  }

  @Override
  public Stream<Fact> facts(ObjectView limit) {
    String namespace = limit.id().namespace();
    return Stream.of(
        new Fact.Names(
            LIMITS,
            new Evidence("metadata.namespace", namespace).withAttributes(scopes(limit)),
            ResourceId.clusterScoped(Kinds.NAMESPACE, namespace),
            Presence.IF_EXISTS));
  }

  private static String scopes(ObjectView limit) {
    Stream<String> named = limit.at(SCOPES).flatMap(scope -> scope.text().stream());
    Stream<String> selected = limit.at(SCOPE_EXPRESSIONS).map(LimitsOfNamespace::expression);
    return Stream.concat(named, selected).collect(Collectors.joining(","));
  }

  private static String expression(Field expression) {
    String name = expression.text("scopeName").orElse("");
    String values =
        expression
            .at("values[]")
            .flatMap(value -> value.text().stream())
            .collect(Collectors.joining(","));
    return switch (expression.text("operator").orElse("")) {
      case "In" -> name + " in (" + values + ")";
      case "NotIn" -> name + " notin (" + values + ")";
      case "DoesNotExist" -> "!" + name;
      case String _ -> name;
    };
  }
}
