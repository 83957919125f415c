package io.kubilitics.layout.slot;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which member has which cell of a card. Cells are numbered from 0 and read like text, row by row;
/// the card's size follows from the capacity alone. Immutable, for any thread.
public final class Cells {
  public static final Cells NONE = new Cells(Map.of(), 0);

  /// The most cells of a card.
  public static final int MOST = 10_000_000;

  private final Map<String, Integer> byKey;
  private final int capacity;

  /// Takes the map over; nobody may change it any more.
  Cells(Map<String, Integer> byKey, int capacity) {
    this.byKey = byKey;
    this.capacity = capacity;
  }

  /// Cells from elsewhere, such as a file.
  ///
  /// @throws IllegalArgumentException when a cell is outside the capacity or has two members
  public static Cells of(Map<String, Integer> cells, int capacity) {
    if (capacity < 0 || capacity > MOST) {
      throw new IllegalArgumentException("capacity out of range: " + capacity);
    }
    BitSet taken = new BitSet();
    new TreeMap<>(cells).forEach((key, cell) -> take(taken, key, cell, capacity));
    return new Cells(new HashMap<>(cells), capacity);
  }

  private static void take(BitSet taken, String key, int cell, int capacity) {
    if (cell < 0 || cell >= capacity) {
      throw new IllegalArgumentException(
          "the cell of " + key + " is none of " + capacity + ": " + cell);
    }
    if (taken.get(cell)) {
      throw new IllegalArgumentException("the cell of " + key + " is taken: " + cell);
    }
    taken.set(cell);
  }

  public OptionalInt cell(String key) {
    Integer cell = byKey.get(key);
    return cell == null ? OptionalInt.empty() : OptionalInt.of(cell);
  }

  /// How many cells there are, taken or not.
  public int capacity() {
    return capacity;
  }

  public int count() {
    return byKey.size();
  }

  /// In the order of the keys; a copy.
  public SortedMap<String, Integer> cells() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cells cells && capacity == cells.capacity && byKey.equals(cells.byKey);
  }

  @Override
  public int hashCode() {
    return 31 * byKey.hashCode() + capacity;
  }

  @Override
  public String toString() {
    return "Cells[" + cells() + " of " + capacity + "]";
  }
}
