package io.kubilitics.source.manifest;

import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Bodies of what cannot be read a second time, masked and compressed, up to a bound; those that
/// come after it are not kept. Filled by one thread; once that has ended any thread may ask.
final class KeptBodies {
  /// The bound on all of them together.
  static final int MOST_BYTES = 64 << 20;

  /// What an entry costs beside its bytes.
  private static final int COST_OF_ENTRY = 64;

  /// One of them.
  record Entry(ResourceId id, PackedBody body) {}

  private final Map<ResourceId, PackedBody> bodies = new HashMap<>();
  private final int most;
  private long bytes;
  private boolean full;

  KeptBodies(int most) {
    this.most = most;
  }

  /// Keeps a body, the first of its identity.
  void add(ResourceId id, PackedBody body) {
    if (bodies.containsKey(id)) {
      return;
    }
    bytes += body.size() + COST_OF_ENTRY;
    if (bytes > most) {
      full = true;
      return;
    }
    bodies.put(id, body);
  }

  Optional<Body> of(ResourceId id) {
    PackedBody packed = bodies.get(id);
    return packed == null ? Optional.empty() : Optional.of(new Body(id, packed.unpack()));
  }

  /// Whether there were bodies for which there was no room.
  boolean isFull() {
    return full;
  }
}
