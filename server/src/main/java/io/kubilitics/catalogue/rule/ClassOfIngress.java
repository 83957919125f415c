package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An Ingress is of the IngressClass it names. The old annotation names a class of the controller's
/// own making, which need not be an object. An Ingress that names none gets the default class.
final class ClassOfIngress implements FactRule {
  private static final String FIELD = "spec.ingressClassName";
  private static final String ANNOTATION = "metadata.annotations[\"kubernetes.io/ingress.class\"]";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.INGRESS);
  }

  @Override
  public Set<String> reads() {
    return Set.of(FIELD, ANNOTATION);
  }

  @Override
  public Stream<Fact> facts(ObjectView ingress) {
    Optional<Field> field = ingress.first(FIELD);
    if (field.isPresent()) {
      return names(field.get(), Presence.REQUIRED);
    }
    Optional<Field> annotation = ingress.first(ANNOTATION);
    if (annotation.isPresent()) {
      return names(annotation.get(), Presence.IF_EXISTS);
    }
    return Stream.of(
        new Fact.Selects(
            ClassOfClaim.CLASS_OF,
            new Evidence(FIELD, ""),
            Kinds.INGRESS_CLASS,
            NamespaceScope.CLUSTER,
            LabelSelector.matching(DefaultClass.DEFAULT, "true"),
            Fact.Pick.NEWEST));
  }

  private static Stream<Fact> names(Field field, Presence presence) {
    return field.text().stream()
        .filter(name -> !name.isEmpty())
        .map(name ->
            new Fact.Names(
                ClassOfClaim.CLASS_OF,
                new Evidence(field.path(), name),
                ResourceId.clusterScoped(Kinds.INGRESS_CLASS, name),
                presence));
  }
}
