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
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A PersistentVolumeClaim, and a claim template, is of the StorageClass it names; `""` says none,
/// and one that says nothing gets the default class, of several the newest. The old annotation
/// counts before the field, as in the controller. A PersistentVolume that says nothing has none.
final class ClassOfClaim implements FactRule {
  static final Relation CLASS_OF = new Relation("class-of");

  static final String ANNOTATION =
      "metadata.annotations[\"volume.beta.kubernetes.io/storage-class\"]";
  static final String FIELD = "spec.storageClassName";
  private static final String TEMPLATES = "spec.volumeClaimTemplates[]";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME_CLAIM, Kinds.PERSISTENT_VOLUME, Kinds.STATEFUL_SET);
  }

  @Override
  public Set<String> reads() {
    return Set.of(ANNOTATION, FIELD, TEMPLATES + "." + ANNOTATION, TEMPLATES + "." + FIELD);
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    if (object.id().kind().equals(Kinds.STATEFUL_SET)) {
      return object.at(TEMPLATES).flatMap(ClassOfClaim::read);
    }
    boolean isVolume = object.id().kind().equals(Kinds.PERSISTENT_VOLUME);
    return isVolume && named(object).isEmpty() ? Stream.of() : read(object);
  }

  private static Optional<Field> named(Field claim) {
    return claim.first(ANNOTATION).or(() -> claim.first(FIELD));
  }

  /// The class of a claim, or of a template of claims.
  static Stream<Fact> read(Field claim) {
    Optional<Field> named = named(claim);
    if (named.isEmpty()) {
      String path = claim.path().isEmpty() ? FIELD : claim.path() + "." + FIELD;
      return Stream.of(
          new Fact.Selects(
              CLASS_OF,
              new Evidence(path, ""),
              Kinds.STORAGE_CLASS,
              NamespaceScope.CLUSTER,
              LabelSelector.matching(DefaultClass.DEFAULT, "true"),
              Fact.Pick.NEWEST));
    }
    Field field = named.get();
    return field.text().stream()
        .filter(name -> !name.isEmpty())
        .map(name ->
            new Fact.Names(
                CLASS_OF,
                new Evidence(field.path(), name),
                ResourceId.clusterScoped(Kinds.STORAGE_CLASS, name),
                Presence.REQUIRED));
  }
}
