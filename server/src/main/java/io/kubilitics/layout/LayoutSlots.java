package io.kubilitics.layout;

import io.kubilitics.layout.slot.Cells;
import io.kubilitics.layout.slot.Packing;
import io.kubilitics.model.ResourceId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a layout remembers beside the objects: with the same objects and these slots another one
/// gives everything the same place. Immutable.
///
/// @param epoch counts the times everything was arranged anew, from 1
/// @param canvas the slots of the frames
/// @param frames what is remembered in each frame, by its key
public record LayoutSlots(long epoch, Packing canvas, SortedMap<String, OfFrame> frames) {
  public LayoutSlots {
    if (epoch < 1) {
      throw new IllegalArgumentException("epochs are counted from 1, not " + epoch);
    }
    frames = Collections.unmodifiableSortedMap(new TreeMap<>(frames));
  }

  /// One frame.
  ///
  /// @param blocks the slots of its blocks
  /// @param cells which Pod has which cell, by card
  /// @param grids which card has which place, by the key of a block without lines
  public record OfFrame(
      Packing blocks, SortedMap<ResourceId, Cells> cells, SortedMap<String, Cells> grids) {
    static final OfFrame NOTHING = new OfFrame(Packing.NONE, new TreeMap<>(), new TreeMap<>());

    public OfFrame {
      cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
      grids = Collections.unmodifiableSortedMap(new TreeMap<>(grids));
    }
  }

  /// Nothing is remembered.
  public static LayoutSlots none(long epoch) {
    return new LayoutSlots(epoch, Packing.NONE, new TreeMap<>());
  }

  OfFrame frame(String key) {
    return frames.getOrDefault(key, OfFrame.NOTHING);
  }
}
