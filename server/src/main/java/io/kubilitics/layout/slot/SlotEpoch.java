package io.kubilitics.layout.slot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All places of one map, as they are kept between two starts.
///
/// @param epoch counts the fresh layouts of this map, not negative; within one epoch places only
///   follow changes
/// @param frames the slots of the frames on the canvas
/// @param blocks the slots of the blocks, by frame
/// @param cells the members' cells, by card
public record SlotEpoch(
    long epoch, Packing frames, SortedMap<String, Packing> blocks, SortedMap<String, Cells> cells) {
  public SlotEpoch {
    if (epoch < 0) {
      throw new IllegalArgumentException("an epoch is not negative: " + epoch);
    }
    blocks = Collections.unmodifiableSortedMap(new TreeMap<>(blocks));
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /// One that knows no places.
  public static SlotEpoch empty(long epoch) {
    return new SlotEpoch(epoch, Packing.NONE, new TreeMap<>(), new TreeMap<>());
  }
}
