package io.kubilitics.store;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/// Finds objects by kind, namespace and one label. Only kinds and label keys that somebody looks
/// for are indexed, so that the many labels nobody selects by cost nothing. Hashes of different
/// labels may meet: what is found must still be tested.
///
/// One thread.
public final class LabelIndex {
  /// The key under which every object of a kind stands.
  public static final String ANY = "";

  /// Label keys that are indexed for a kind; later ones are looked up under [#ANY].
  private static final int MOST_KEYS = 64;

  private final Map<Kind, Set<String>> keys = new HashMap<>();
  private final LongMap<SortedLongs> found = new LongMap<>();

  /// Hash of the place where objects with this label stand.
  public static long place(Kind kind, String namespace, String key, String value) {
    long hash = kind.hashCode();
    hash = mix(hash + namespace.hashCode());
    hash = mix(hash + key.hashCode());
    return mix(hash + value.hashCode());
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 32);
  }

  /// Whether objects of the kind are indexed at all.
  public boolean covers(Kind kind) {
    return keys.containsKey(kind);
  }

  public boolean covers(Kind kind, String key) {
    return keys.getOrDefault(kind, Set.of()).contains(key);
  }

  /// Begins to index a kind by a label key, if there is room for another one.
  ///
  /// @return whether it is new, so that the objects that are there already must be [#add]ed under
  ///   it
  public boolean cover(Kind kind, String key) {
    Set<String> covered = keys.computeIfAbsent(kind, _ -> new HashSet<>());
    return (key.equals(ANY) || covered.size() <= MOST_KEYS) && covered.add(key);
  }

  /// Adds an object under every covered key that it has.
  public void add(int handle, Kind kind, String namespace, Labels labels) {
    Set<String> covered = keys.get(kind);
    if (covered == null) {
      return;
    }
    for (String key : covered) {
      add(handle, kind, namespace, key, labels);
    }
  }

  /// Adds an object under one key, if it has it.
  public void add(int handle, Kind kind, String namespace, String key, Labels labels) {
    String value = key.equals(ANY) ? "" : labels.get(key);
    if (value != null) {
      long place = place(kind, namespace, key, value);
      SortedLongs there = found.get(place);
      found.put(place, there == null ? SortedLongs.of(handle) : there.with(handle));
    }
  }

  public void remove(int handle, Kind kind, String namespace, Labels labels) {
    for (String key : keys.getOrDefault(kind, Set.of())) {
      String value = key.equals(ANY) ? "" : labels.get(key);
      if (value != null) {
        long place = place(kind, namespace, key, value);
        SortedLongs there = found.get(place);
        SortedLongs rest = there == null ? SortedLongs.EMPTY : there.without(handle);
        if (rest.isEmpty()) {
          found.remove(place);
        } else {
          found.put(place, rest);
        }
      }
    }
  }

  /// Calls with the handle of every object that may have the label; nothing for a key that is not
  /// covered.
  public void forEach(Kind kind, String namespace, String key, String value, LongConsumer action) {
    SortedLongs there = found.get(place(kind, namespace, key, value));
    if (there != null) {
      there.forEach(action);
    }
  }
}
