package io.kubilitics.source.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object being written: first its metadata, then the rest. One thread, one use.
final class Draft {
  /// Where resource versions of the first day begin; those of life are far above.
  private static final long FIRST_VERSION = 1_000_000;

  private static final long VERSIONS_OF_THE_FIRST_DAY = 8_000_000;

  private final Identity identity;
  private final Map<String, Object> labels = new LinkedHashMap<>();
  private final Map<String, Object> annotations = new LinkedHashMap<>();
  private @Nullable List<Object> owners;
  private @Nullable List<Object> finalizers;
  private @Nullable String generateName;
  private long generation;

  private Draft(Identity identity) {
    this.identity = identity;
  }

  static Draft of(Identity identity) {
    return new Draft(identity);
  }

  Draft labels(Map<String, ?> more) {
    labels.putAll(more);
    return this;
  }

  Draft label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  Draft annotation(String key, String value) {
    annotations.put(key, value);
    return this;
  }

  Draft owner(Map<String, Object> reference) {
    owners = Tree.list(reference);
    return this;
  }

  Draft finalizer(String name) {
    finalizers = Tree.list(name);
    return this;
  }

  Draft generateName(@Nullable String prefix) {
    generateName = prefix;
    return this;
  }

  Draft generation(long number) {
    generation = number;
    return this;
  }

  /// The object with these top-level fields, names and values by turns.
  Map<String, Object> with(@Nullable Object... namesAndValues) {
    Map<String, Object> object =
        Tree.of(
            "apiVersion",
            identity.api().apiVersion(),
            "kind",
            identity.api().kind().name(),
            "metadata",
            metadata());
    object.putAll(Tree.of(namesAndValues));
    return object;
  }

  private Map<String, Object> metadata() {
    return Tree.of(
        "name",
        identity.name(),
        "generateName",
        generateName,
        "namespace",
        identity.namespace().isEmpty() ? null : identity.namespace(),
        "uid",
        identity.uid(),
        "resourceVersion",
        String.valueOf(
            FIRST_VERSION + Long.remainderUnsigned(identity.uidLow(), VERSIONS_OF_THE_FIRST_DAY)),
        "generation",
        generation == 0 ? null : generation,
        "creationTimestamp",
        Tree.time(identity.createdAt()),
        "labels",
        labels.isEmpty() ? null : labels,
        "annotations",
        annotations.isEmpty() ? null : annotations,
        "ownerReferences",
        owners,
        "finalizers",
        finalizers);
  }
}
