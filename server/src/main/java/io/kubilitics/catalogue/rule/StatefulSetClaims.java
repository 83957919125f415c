package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A StatefulSet claims the PersistentVolumeClaims named `<template>-<set>-<ordinal>`, also those
/// left over above its replicas. [ClaimStem] is the other half.
final class StatefulSetClaims implements FactRule {
  private static final Relation CLAIMS = new Relation("claims");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.STATEFUL_SET);
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.volumeClaimTemplates[].metadata.name");
  }

  @Override
  public Stream<Fact> facts(ObjectView set) {
    return set.at("spec.volumeClaimTemplates[]")
        .flatMap(template ->
            template.text("metadata.name").stream()
                .filter(name -> !name.isEmpty())
                .map(name ->
                    new Fact.Selects(
                        CLAIMS,
                        new Evidence(template.path(), name),
                        Kinds.PERSISTENT_VOLUME_CLAIM,
                        new NamespaceScope.In(set.id().namespace()),
                        LabelSelector.matching(ClaimStem.STEM, name + "-" + set.id().name()))));
  }
}
