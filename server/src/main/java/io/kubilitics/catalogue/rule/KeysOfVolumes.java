package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import java.util.List;
import java.util.function.Consumer;

/// A volume that lists `items` takes these keys of its ConfigMap or Secret, and does without those
/// that are not there only where the volume is optional.
final class KeysOfVolumes implements Rule {
  private static final FieldPath OPTIONAL = FieldPath.parse("optional");
  private static final FieldPath ITEMS = FieldPath.parse("items[]");
  private static final FieldPath KEY = FieldPath.parse("key");
  private static final FieldPath KEYS = FieldPath.parse("items[].key");

  /// Where a volume names something that has keys.
  private record Source(FieldPath path, FieldPath name, Relation relation, Kind kind) {}

  private final List<Source> sources;

  /// @param template where the pod template is in its object, [FieldPath#SELF] for a Pod
  KeysOfVolumes(FieldPath template) {
    sources =
        List.of(
            config(template, "spec.volumes[].configMap"),
            config(template, "spec.volumes[].projected.sources[].configMap"),
            secret(template, "spec.volumes[].secret", "secretName"),
            secret(template, "spec.volumes[].projected.sources[].secret", "name"));
  }

  private static Source config(FieldPath template, String path) {
    return new Source(
        template.then(FieldPath.parse(path)),
        FieldPath.parse("name"),
        new Relation("uses-config"),
        Kinds.CONFIG_MAP);
  }

  private static Source secret(FieldPath template, String path, String name) {
    return new Source(
        template.then(FieldPath.parse(path)),
        FieldPath.parse(name),
        new Relation("uses-secret"),
        Kinds.SECRET);
  }

  @Override
  public List<FieldPath> reads() {
    return sources.stream()
        .flatMap(source -> List.of(source.name, OPTIONAL, KEYS).stream().map(source.path::then))
        .toList();
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    for (Source source : sources) {
      object.walk(source.path, volume -> read(source, volume, object, found));
    }
  }

  private static void read(
      Source source, KeptField volume, KeptObject object, Consumer<Fact> found) {
    String name = volume.scalar(source.name);
    String namespace = object.id().namespace();
    if (name == null || name.isEmpty() || namespace.isEmpty()) {
      return;
    }
    Presence presence =
        "true".equals(volume.scalar(OPTIONAL)) ? Presence.OPTIONAL : Presence.REQUIRED;
    ResourceId target = new ResourceId(source.kind, namespace, name);
    volume.walk(
        ITEMS,
        item -> {
          String key = item.scalar(KEY);
          if (key != null && !key.isEmpty()) {
            found.accept(
                new Fact.Names(
                    source.relation, new Evidence(item.path(), name, key), target, presence));
          }
        });
  }
}
