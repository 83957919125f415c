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
import java.util.stream.Stream;

/// Secrets of a driver named by pairs of texts, `*-secret-name` and `*-secret-namespace`: among the
/// parameters of a StorageClass or VolumeSnapshotClass with the prefix `csi.storage.k8s.io/`, and
/// as annotations of the volumes and snapshots made from them, for their deletion. A value with
/// `${…}` is filled in for each claim and names nothing yet.
final class SecretParameters implements FactRule {
  private static final Relation USES_SECRET = new Relation("uses-secret");
  private static final Kind SNAPSHOT_CLASS =
      new Kind("snapshot.storage.k8s.io", "VolumeSnapshotClass");
  private static final Kind SNAPSHOT_CONTENT =
      new Kind("snapshot.storage.k8s.io", "VolumeSnapshotContent");
  private static final String PREFIX = "csi.storage.k8s.io/";
  private static final String NAME = "-secret-name";
  private static final String NAMESPACE = "-secret-namespace";
  private static final String PARAMETERS = "parameters";
  private static final String OF_VOLUME = "volume.kubernetes.io/provisioner-deletion";
  private static final String OF_SNAPSHOT = "snapshot.storage.kubernetes.io/deletion";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.STORAGE_CLASS, SNAPSHOT_CLASS, Kinds.PERSISTENT_VOLUME, SNAPSHOT_CONTENT);
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        PARAMETERS,
        annotation(OF_VOLUME + NAME),
        annotation(OF_VOLUME + NAMESPACE),
        annotation(OF_SNAPSHOT + NAME),
        annotation(OF_SNAPSHOT + NAMESPACE));
  }

  private static String annotation(String name) {
    return "metadata.annotations[\"" + name + "\"]";
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    Kind kind = object.id().kind();
    if (kind.equals(Kinds.PERSISTENT_VOLUME)) {
      return annotated(object, OF_VOLUME);
    }
    if (kind.equals(SNAPSHOT_CONTENT)) {
      return annotated(object, OF_SNAPSHOT);
    }
    return object
        .at(PARAMETERS + "{}")
        .filter(field -> field.name().startsWith(PREFIX) && field.name().endsWith(NAME))
        .flatMap(field -> {
          String stem = field.name().substring(0, field.name().length() - NAME.length());
          String namespace = object.texts(PARAMETERS).getOrDefault(stem + NAMESPACE, "");
          return secret(field, namespace);
        });
  }

  private static Stream<Fact> annotated(ObjectView object, String stem) {
    return object
        .at(annotation(stem + NAME))
        .flatMap(field -> secret(field, object.text(annotation(stem + NAMESPACE)).orElse("")));
  }

  private static Stream<Fact> secret(Field field, String namespace) {
    String name = field.text().orElse("");
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
