package io.kubilitics.layout.slot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Gives members their cells. A member keeps its cell as long as it is there and the card does not
/// shrink; a new one takes the lowest free cell. A card grows to the next class when no cell is
/// free, and shrinks when less than a third of its cells is needed.
///
/// Classes are 1, 2, 4, 6, 9, 12, 16, 20, 25 …: squares, and rectangles one wider than high.
public final class CellRules {
  private static final int SHRINK_BELOW = 3;
  private static final int SPARE = 4;

  /// How many cells a new card for so many members has.
  ///
  /// @param surges whether members are replaced by starting the new before the old are gone: then a
  ///   quarter more, rounded up
  public int capacityFor(int members, boolean surges) {
    if (members > Cells.MOST / 2) {
      throw new IllegalArgumentException("too many members for one card: " + members);
    }
    int classed = classOf(members);
    return surges ? classed + (classed + SPARE - 1) / SPARE : classed;
  }

  private static int classOf(int members) {
    int side = 1;
    while (side * (side + 1) < members) {
      side++;
    }
    return side * side >= members ? side * side : side * (side + 1);
  }

  /// The cells after a change.
  ///
  /// @param present who is there now, in the order in which new members get their cells
  /// @return `before` itself when nothing changes
  /// @throws IllegalArgumentException when somebody is there twice
  public Cells update(Cells before, List<String> present, boolean surges) {
    int capacity = capacity(before, present.size(), surges);
    Set<String> seen = HashSet.newHashSet(present.size());
    Map<String, Integer> cells = HashMap.newHashMap(present.size());
    BitSet taken = new BitSet(capacity);
    List<String> displaced = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (String key : present) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException("a member is there twice: " + key);
      }
      OptionalInt cell = before.cell(key);
      if (cell.isEmpty()) {
        added.add(key);
      } else if (cell.getAsInt() < capacity) {
        cells.put(key, cell.getAsInt());
        taken.set(cell.getAsInt());
      } else {
        displaced.add(key);
      }
    }
    if (capacity == before.capacity() && added.isEmpty() && cells.size() == before.count()) {
      return before;
    }
    settle(displaced, cells, taken);
    settle(added, cells, taken);
    return new Cells(cells, capacity);
  }

  private int capacity(Cells before, int members, boolean surges) {
    int fresh = capacityFor(members, surges);
    if (members > before.capacity() || before.capacity() == 0) {
      return fresh;
    }
    if ((long) members * SHRINK_BELOW < before.capacity()) {
      return Math.min(fresh, before.capacity());
    }
    return before.capacity();
  }

  private static void settle(List<String> keys, Map<String, Integer> cells, BitSet taken) {
    int cell = 0;
    for (String key : keys) {
      cell = taken.nextClearBit(cell);
      taken.set(cell);
      cells.put(key, cell);
    }
  }
}
