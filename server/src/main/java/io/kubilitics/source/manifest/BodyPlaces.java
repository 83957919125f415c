package io.kubilitics.source.manifest;

import io.kubilitics.model.ResourceId;
import io.kubilitics.source.manifest.ManifestFile.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in the files the objects stand, in about 30 bytes for each. It remembers no names: of a
/// hash there may be several places, and what stands there says whether it is meant. Filled by one
/// thread; once that has ended any thread may ask.
final class BodyPlaces {
  /// Where one object stands.
  ///
  /// @param stamp of the file when it was read
  /// @param isElement whether the piece is an element of a large list
  record Place(
      ManifestFile file,
      Stamp stamp,
      long offset,
      int size,
      Piece.Form form,
      boolean isElement,
      ListHead head) {}

  /// What many pieces have in common.
  private record Shape(
      ManifestFile file, Stamp stamp, Piece.Form form, boolean isElement, ListHead head) {}

  private static final int FREE = -1;
  private static final int SLOTS_PER_ENTRY = 2;

  private final Map<Shape, Integer> numbers = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();
  private int[] hashes = new int[64];
  private long[] offsets = new long[64];
  private int[] sizes = new int[64];
  private int[] shapeOf = new int[64];
  private int count;
  private int[] slots = {FREE};

  /// Remembers where an object was read.
  ///
  /// @param stamp of the file, null when the file cannot be read again; then nothing is remembered
  void add(ResourceId id, ManifestFile file, @Nullable Stamp stamp, Piece piece) {
    if (stamp == null) {
      return;
    }
    switch (piece) {
      case Piece.Document(int _, Piece.Form form, Bytes text) ->
          add(id, text, new Shape(file, stamp, form, false, ListHead.SILENT));
      case Piece.Element(int _, Piece.Form form, Bytes text, ListHead head) ->
          add(id, text, new Shape(file, stamp, form, true, head));
      case Piece.Rest _, Piece.Refused _ -> {}
    }
  }

  private void add(ResourceId id, Bytes text, Shape shape) {
    if (count == hashes.length) {
      int more = count * 2;
      hashes = Arrays.copyOf(hashes, more);
      offsets = Arrays.copyOf(offsets, more);
      sizes = Arrays.copyOf(sizes, more);
      shapeOf = Arrays.copyOf(shapeOf, more);
    }
    hashes[count] = id.hashCode();
    offsets[count] = text.offset();
    sizes[count] = text.size();
    shapeOf[count] =
        numbers.computeIfAbsent(
            shape,
            made -> {
              shapes.add(made);
              return shapes.size() - 1;
            });
    count++;
  }

  /// Ends the filling.
  void seal() {
    numbers.clear();
    hashes = Arrays.copyOf(hashes, count);
    offsets = Arrays.copyOf(offsets, count);
    sizes = Arrays.copyOf(sizes, count);
    shapeOf = Arrays.copyOf(shapeOf, count);
    slots = new int[Math.max(1, Integer.highestOneBit(Math.max(1, count)) * 2 * SLOTS_PER_ENTRY)];
    Arrays.fill(slots, FREE);
    for (int entry = 0; entry < count; entry++) {
      int slot = slotOf(hashes[entry]);
      while (slots[slot] != FREE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = entry;
    }
  }

  /// Where the object may stand, the likeliest first.
  List<Place> of(ResourceId id) {
    List<Place> places = new ArrayList<>(1);
    int hash = id.hashCode();
    for (int slot = slotOf(hash); slots[slot] != FREE; slot = (slot + 1) & (slots.length - 1)) {
      int entry = slots[slot];
      if (hashes[entry] == hash) {
        places.add(place(entry));
      }
    }
    return places;
  }

  private int slotOf(int hash) {
    return ((hash * 0x9E3779B9) >>> 7) & (slots.length - 1);
  }

  private Place place(int entry) {
    Shape shape = shapes.get(shapeOf[entry]);
    return new Place(
        shape.file,
        shape.stamp,
        offsets[entry],
        sizes[entry],
        shape.form,
        shape.isElement,
        shape.head);
  }

  /// How many objects are remembered.
  int size() {
    return count;
  }
}
