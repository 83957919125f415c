package io.kubilitics.model;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The labels of an object: sorted by key, immutable, small, with a cached hash, so that equal sets
/// can be shared by all Pods of a workload.
public final class Labels {
  public static final Labels NONE = new Labels(new String[0]);

  /// Key, value, key, value …, ordered by key.
  private final String[] pairs;

  private final int hash;

  private Labels(String[] pairs) {
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  public static Labels of(Map<String, String> labels) {
    if (labels.isEmpty()) {
      return NONE;
    }
    String[] pairs = new String[labels.size() * 2];
    int at = 0;
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      pairs[at++] = label.getKey();
      pairs[at++] = label.getValue();
    }
    return new Labels(pairs);
  }

  public static Labels of(String key, String value) {
    return new Labels(new String[] {key, value});
  }

  public int size() {
    return pairs.length / 2;
  }

  public boolean isEmpty() {
    return pairs.length == 0;
  }

  /// The value of a label, or null when it is not set.
  public @Nullable String get(String key) {
    int low = 0;
    int high = pairs.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = pairs[middle * 2].compareTo(key);
      if (order == 0) {
        return pairs[middle * 2 + 1];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  public String key(int index) {
    return pairs[index * 2];
  }

  public String value(int index) {
    return pairs[index * 2 + 1];
  }

  public void forEach(BiConsumer<String, String> label) {
    for (int at = 0; at < pairs.length; at += 2) {
      label.accept(pairs[at], pairs[at + 1]);
    }
  }

  /// These labels and one more; a label that is set keeps its value.
  public Labels withDefault(String key, String value) {
    if (get(key) != null) {
      return this;
    }
    NavigableMap<String, String> more = asMap();
    more.put(key, value);
    return of(more);
  }

  /// A copy, ordered by key.
  public NavigableMap<String, String> asMap() {
    NavigableMap<String, String> map = new TreeMap<>();
    forEach(map::put);
    return map;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Labels labels
            && hash == labels.hash
            && Arrays.equals(pairs, labels.pairs));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
