package io.kubilitics.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A map from longs to values by open addressing: no boxes, no entries. One thread.
public final class LongMap<V> {
  private static final int SMALLEST = 16;

  private long[] keys = new long[SMALLEST];
  private @Nullable Object[] values = new Object[SMALLEST];
  private int size;

  public int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // only a V is ever put
  public @Nullable V get(long key) {
    return (V) values[slot(key)];
  }

  public void put(long key, V value) {
    int slot = slot(key);
    if (values[slot] == null) {
      if ((size + 1) * 3 > keys.length * 2) {
        resize(keys.length * 2);
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  public void remove(long key) {
    int hole = slot(key);
    if (values[hole] == null) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    values[hole] = null;
    // What was pushed past the hole moves back into it, so that no search ends too early.
    for (int at = (hole + 1) & mask; values[at] != null; at = (at + 1) & mask) {
      int home = home(keys[at]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        keys[hole] = keys[at];
        values[hole] = values[at];
        values[at] = null;
        hole = at;
      }
    }
    if (keys.length > SMALLEST && size * 6 < keys.length) {
      resize(keys.length / 2);
    }
  }

  /// Where the key is, or where it would go.
  private int slot(long key) {
    int mask = keys.length - 1;
    int at = home(key);
    while (values[at] != null && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private int home(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ mixed >>> 32) & keys.length - 1;
  }

  private void resize(int length) {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[length];
    values = new Object[length];
    Arrays.fill(values, null);
    for (int at = 0; at < oldKeys.length; at++) {
      if (oldValues[at] != null) {
        int slot = slot(oldKeys[at]);
        keys[slot] = oldKeys[at];
        values[slot] = oldValues[at];
      }
    }
  }
}
