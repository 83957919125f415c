package io.kubilitics.testbed;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The objects of a [FakeApiServer], which outlive its restarts. Any thread.
final class FakeStore {
  private static final long FIRST_REVISION = 1000;

  private final Clock clock;
  private final AtomicLong revisions = new AtomicLong(FIRST_REVISION);
  private final Map<Kind, FakeShelf> shelves = new ConcurrentHashMap<>();

  FakeStore(Clock clock) {
    this.clock = clock;
  }

  FakeShelf shelf(Kind kind) {
    return shelves.computeIfAbsent(kind, _ -> new FakeShelf(revisions));
  }

  long revision() {
    return revisions.get();
  }

  int size() {
    return shelves.values().stream().mapToInt(FakeShelf::size).sum();
  }

  /// Creates or replaces an object; it keeps its uid and its time of creation unless the body gives
  /// others.
  FakeObject put(FakeKind kind, Map<String, Object> body) {
    Map<String, Object> metadata = new LinkedHashMap<>(metadata(body));
    metadata.remove("resourceVersion");
    Object name = metadata.get("name");
    if (!(name instanceof String text) || text.isEmpty()) {
      throw new IllegalArgumentException("an object needs a name: " + body);
    }
    String namespace = kind.namespaced() ? text(metadata.getOrDefault("namespace", "default")) : "";
    if (kind.namespaced()) {
      metadata.put("namespace", namespace);
    }
    return shelf(kind.kind())
        .put(
            namespace,
            text,
            (before, revision) -> {
              metadata.putIfAbsent("uid", uid(kind, before, metadata, revision));
              metadata.putIfAbsent("creationTimestamp", created(before));
              return FakeObject.of(body, metadata, revision);
            });
  }

  /// Puts octets where an object should be.
  void putOdd(FakeKind kind, String namespace, String name, byte[] octets) {
    shelf(kind.kind())
        .put(namespace, name, (_, revision) -> FakeObject.odd(namespace, name, revision, octets));
  }

  private static Object uid(
      FakeKind kind, @Nullable FakeObject before, Map<String, Object> metadata, long revision) {
    Object kept = before == null ? null : before.field("uid");
    if (kept != null) {
      return kept;
    }
    String seed = kind.kind() + "/" + metadata.get("namespace") + "/" + metadata.get("name");
    return UUID.nameUUIDFromBytes((seed + revision).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Object created(@Nullable FakeObject before) {
    Object kept = before == null ? null : before.field("creationTimestamp");
    return kept == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS).toString() : kept;
  }

  boolean delete(ResourceId id) {
    return shelf(id.kind()).delete(id.namespace(), id.name());
  }

  Optional<FakeObject> get(ResourceId id) {
    return shelf(id.kind()).get(id.namespace(), id.name());
  }

  /// Takes away all objects of a kind, each as a deletion.
  void clear(Kind kind) {
    FakeShelf shelf = shelf(kind);
    shelf.snapshot("").objects().forEach(object -> shelf.delete(object.namespace(), object.name()));
  }

  /// Forgets what has happened up to now.
  void compact() {
    long now = revisions.get();
    shelves.values().forEach(shelf -> shelf.compact(now));
  }

  /// Lets a number of revisions pass in which nothing happened here.
  void skip(long count) {
    revisions.addAndGet(count);
  }

  void wakeAll() {
    shelves.values().forEach(FakeShelf::wake);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> metadata(Map<String, Object> body) {
    return body.get("metadata") instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static String text(Object value) {
    return value.toString();
  }
}
