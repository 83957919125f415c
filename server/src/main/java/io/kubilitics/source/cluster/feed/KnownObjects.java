package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which objects a feed has told of, and in which state: about 20 bytes for each beside its id,
/// which is the one of the last resource told. Open addressing; one thread.
final class KnownObjects {
  private static final int SMALLEST = 16;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private @Nullable ResourceId[] ids = new ResourceId[SMALLEST];
  private long[] states = new long[SMALLEST];
  private boolean[] seen = new boolean[SMALLEST];
  private int size;
  private int seenCount;

  int size() {
    return size;
  }

  /// All of them, in no order.
  List<ResourceId> ids() {
    List<ResourceId> all = new ArrayList<>(size);
    for (ResourceId id : ids) {
      if (id != null) {
        all.add(id);
      }
    }
    return all;
  }

  /// Notes that the object is there.
  ///
  /// @return whether it is new, or in another state than the last time
  boolean put(Resource resource) {
    long state = state(resource);
    int slot = slot(resource.id());
    if (ids[slot] != null && states[slot] == state) {
      markSeen(slot);
      return false;
    }
    if (ids[slot] == null) {
      size++;
      seen[slot] = false;
    }
    ids[slot] = resource.id();
    states[slot] = state;
    markSeen(slot);
    growIfFull();
    return true;
  }

  private void growIfFull() {
    if (size > ids.length / 4 * 3) {
      resize(ids.length * 2);
    }
  }

  /// Notes that the object is there, if it is known, in a state that cannot be read.
  void see(ResourceId id) {
    int slot = slot(id);
    if (ids[slot] != null) {
      markSeen(slot);
    }
  }

  /// Takes back that the object was forgotten; it is unseen.
  void restore(ResourceId id) {
    int slot = slot(id);
    if (ids[slot] != null) {
      return;
    }
    ids[slot] = id;
    states[slot] = 0;
    seen[slot] = false;
    size++;
    growIfFull();
  }

  private void markSeen(int slot) {
    if (!seen[slot]) {
      seen[slot] = true;
      seenCount++;
    }
  }

  /// How many objects were noted for the first time since [#forgetSeen].
  int seenCount() {
    return seenCount;
  }

  /// Forgets the object.
  ///
  /// @return whether it was known
  boolean remove(ResourceId id) {
    int slot = slot(id);
    if (ids[slot] == null) {
      return false;
    }
    size--;
    int mask = ids.length - 1;
    int hole = slot;
    for (int next = (hole + 1) & mask; ids[next] != null; next = (next + 1) & mask) {
      int home = home(ids[next], mask);
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        ids[hole] = ids[next];
        states[hole] = states[next];
        seen[hole] = seen[next];
        hole = next;
      }
    }
    ids[hole] = null;
    return true;
  }

  /// From now on every object is unseen until it is noted again.
  void forgetSeen() {
    Arrays.fill(seen, false);
    seenCount = 0;
  }

  /// Forgets in which state the objects are, so that all of them are told again.
  void forgetStates() {
    for (int slot = 0; slot < ids.length; slot++) {
      states[slot] = ~states[slot] * FACTOR;
    }
  }

  /// Forgets all that have not been seen since [#forgetSeen].
  ///
  /// @return their ids in their order
  List<ResourceId> removeUnseen() {
    List<ResourceId> unseen = new ArrayList<>();
    for (int slot = 0; slot < ids.length; slot++) {
      ResourceId id = ids[slot];
      if (id != null && !seen[slot]) {
        unseen.add(id);
      }
    }
    Collections.sort(unseen);
    if (unseen.size() == size) {
      clear();
      return unseen;
    }
    unseen.forEach(this::remove);
    return unseen;
  }

  private void clear() {
    ids = new ResourceId[SMALLEST];
    states = new long[SMALLEST];
    seen = new boolean[SMALLEST];
    size = 0;
  }

  private void resize(int capacity) {
    @Nullable ResourceId[] oldIds = ids;
    long[] oldStates = states;
    boolean[] oldSeen = seen;
    ids = new ResourceId[capacity];
    states = new long[capacity];
    seen = new boolean[capacity];
    for (int slot = 0; slot < oldIds.length; slot++) {
      ResourceId id = oldIds[slot];
      if (id != null) {
        int to = slot(id);
        ids[to] = id;
        states[to] = oldStates[slot];
        seen[to] = oldSeen[slot];
      }
    }
  }

  /// The slot of the object, or the empty one where it belongs.
  private int slot(ResourceId id) {
    int mask = ids.length - 1;
    int slot = home(id, mask);
    for (ResourceId there = ids[slot]; there != null && !there.equals(id); there = ids[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int home(ResourceId id, int mask) {
    return (int) ((id.hashCode() * FACTOR) >>> 32) & mask;
  }

  /// Everything by which two resources of the same id differ.
  private static long state(Resource resource) {
    long state = resource.digest();
    state = with(state, resource.uid().hashCode());
    state = with(state, resource.createdAt().map(Instant::getEpochSecond).orElse(-1L));
    state = with(state, resource.version().hashCode());
    state = with(state, resource.labels().hashCode());
    state = with(state, resource.health().hashCode());
    state = with(state, resource.features().hashCode());
    return with(state, resource.facts().hashCode());
  }

  private static long with(long state, long part) {
    long mixed = (state ^ part) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }
}
