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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A StorageClass names the Secrets of its driver by pairs of parameters,
/// `csi.storage.k8s.io/*-secret-name` and `-secret-namespace`. A value with `${…}` is filled in for
/// each claim and names nothing yet.
final class StorageClassSecrets implements FactRule {
  private static final Relation USES_SECRET = new Relation("uses-secret");
  private static final String PREFIX = "csi.storage.k8s.io/";
  private static final String NAME = "-secret-name";
  private static final String NAMESPACE = "-secret-namespace";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.STORAGE_CLASS);
  }

  @Override
  public Set<String> reads() {
    return Set.of("parameters");
  }

  @Override
  public Stream<Fact> facts(ObjectView storageClass) {
    Map<String, String> parameters = storageClass.texts("parameters");
    return storageClass
        .at("parameters{}")
        .filter(field -> field.name().startsWith(PREFIX) && field.name().endsWith(NAME))
        .flatMap(field -> secret(field, parameters));
  }

  private static Stream<Fact> secret(Field field, Map<String, String> parameters) {
    String stem = field.name().substring(0, field.name().length() - NAME.length());
    String name = field.text().orElse("");
    String namespace = parameters.getOrDefault(stem + NAMESPACE, "");
    return isSaid(name) && isSaid(namespace)
        ? Stream.of(
            new Fact.Names(
                USES_SECRET,
                new Evidence(field.path(), name),
                new ResourceId(Kinds.SECRET, namespace, name),
                Presence.REQUIRED))
        : Stream.of();
  }

  private static boolean isSaid(String value) {
    return !value.isEmpty() && !value.contains("${");
  }
}
