package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A StatefulSet claims the PersistentVolumeClaims named `<template>-<set>-<ordinal>`, also those
/// left over above its replicas; [ClaimStem] is the other half. A set that is in a cluster will
/// make the claims of its replicas, so that those are drawn before they are there.
final class StatefulSetClaims implements FactRule {
  private static final Relation CLAIMS = new Relation("claims");
  private static final String TEMPLATES = "spec.volumeClaimTemplates[]";

  /// So many claims of one template are drawn before they are there; nobody reads more ghosts.
  private static final long MOST_ORDINALS = 1_000;

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.STATEFUL_SET);
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "metadata.uid", "spec.replicas", "spec.ordinals.start", TEMPLATES + ".metadata.name");
  }

  @Override
  public Stream<Fact> facts(ObjectView set) {
    return set.at(TEMPLATES)
        .flatMap(template ->
            template.text("metadata.name").stream()
                .filter(name -> !name.isEmpty())
                .flatMap(name -> claims(set, new Evidence(template.path(), name))));
  }

  private static Stream<Fact> claims(ObjectView set, Evidence evidence) {
    String stem = evidence.value() + "-" + set.id().name();
    String namespace = set.id().namespace();
    Fact.Selects all =
        new Fact.Selects(
            CLAIMS,
            evidence,
            Kinds.PERSISTENT_VOLUME_CLAIM,
            new NamespaceScope.In(namespace),
            LabelSelector.matching(ClaimStem.STEM, stem));
    if (set.text("metadata.uid").orElse("").isEmpty()) {
      return Stream.of(all);
    }
    long first = number(set, "spec.ordinals.start", 0);
    long replicas = Math.min(number(set, "spec.replicas", 1), MOST_ORDINALS);
    Stream<Fact> each =
        LongStream.range(first, first + replicas)
            .mapToObj(ordinal ->
                new Fact.Names(
                    CLAIMS,
                    evidence,
                    new ResourceId(Kinds.PERSISTENT_VOLUME_CLAIM, namespace, stem + "-" + ordinal),
                    Presence.PRODUCES));
    return Stream.concat(Stream.of(all), each);
  }

  private static long number(ObjectView set, String path, long otherwise) {
    String text = set.text(path).orElse("");
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : otherwise;
  }
}
