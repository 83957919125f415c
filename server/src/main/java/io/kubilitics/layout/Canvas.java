package io.kubilitics.layout;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.slot.Item;
import io.kubilitics.layout.slot.Packer;
import io.kubilitics.layout.slot.Packing;
import io.kubilitics.layout.slot.PackingRules;
import io.kubilitics.model.NaturalOrder;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where the frames of a map stand. Very many frames stand in districts, which are packed like
/// frames and hold a packing of their own. One thread.
final class Canvas {
  private static final int BAND_GAP = 16;
  private static final int WIDEST_BAND = 64;
  private static final Packer PACKER = new Packer(new PackingRules(64, 16, 10));

  private Districts districts = Districts.of(List.of());
  private Packing packing = Packing.NONE;
  private SortedMap<String, Packing> inside = new TreeMap<>();
  private Map<String, Size> last = Map.of();

  /// Takes places that were remembered.
  ///
  /// @param packings what is in the districts, by their keys; others are left out
  void restore(Packing frames, Map<String, Packing> packings) {
    districts = Districts.restored(frames.slots().keySet());
    packing = frames;
    inside = new TreeMap<>(packings);
    inside.keySet().removeIf(key -> !Districts.isKey(key));
    last = Map.of();
  }

  Packing packing() {
    return packing;
  }

  /// The packing of each district.
  SortedMap<String, Packing> inside() {
    return inside;
  }

  /// Finds places; frames that have one keep it.
  void arrange(Map<String, Size> frames) {
    if (frames.equals(last)) {
      return;
    }
    last = Map.copyOf(frames);
    if (packing.count() == 0) {
      tidy(frames);
      return;
    }
    if (districts.isEmpty()) {
      packing = PACKER.update(packing, items(frames));
      return;
    }
    SortedMap<String, Packing> now = new TreeMap<>();
    byDistrict(frames)
        .forEach((district, sizes) -> {
          Packing before = inside.getOrDefault(district, Packing.NONE);
          now.put(
              district,
              before.count() == 0
                  ? PACKER.pack(items(sizes))
                  : PACKER.update(before, items(sizes)));
        });
    inside = now;
    packing = PACKER.update(packing, items(sizes(now)));
  }

  /// Finds places as if there had been none.
  private void tidy(Map<String, Size> frames) {
    last = Map.copyOf(frames);
    districts = Districts.of(frames.keySet());
    inside = new TreeMap<>();
    if (districts.isEmpty()) {
      packing = PACKER.pack(items(frames));
      return;
    }
    byDistrict(frames)
        .forEach((district, sizes) -> inside.put(district, PACKER.pack(items(sizes))));
    packing = PACKER.pack(items(sizes(inside)));
  }

  /// Whether the map has become half as large again as it had to be.
  boolean isWorthTidying(Map<String, Size> frames) {
    return PACKER.isWorthTidying(packing, items(districts.isEmpty() ? frames : sizes(inside)));
  }

  /// A packer for the band above the map: it aims at the map's width.
  Packer bandPacker(List<Item> items) {
    long area = 1;
    for (Item item : items) {
      area += (item.size().width() + BAND_GAP) * (long) (item.size().height() + BAND_GAP);
    }
    long width = packing.size().width();
    int aspect = Math.toIntExact(Math.clamp(width * width / area, 1, WIDEST_BAND));
    return new Packer(new PackingRules(BAND_GAP, aspect, 1));
  }

  /// The left upper corner of a frame.
  Point corner(String frame) {
    if (districts.isEmpty()) {
      return corner(packing, frame);
    }
    String district = districts.of(frame);
    Point outer = corner(packing, district);
    Point inner = corner(inside.getOrDefault(district, Packing.NONE), frame);
    return outer.plus(inner.x(), inner.y());
  }

  /// The districts with the frames in them, by key; empty when there are none.
  List<Plan.District> districts(Iterable<String> frames) {
    if (districts.isEmpty()) {
      return List.of();
    }
    SortedMap<String, SortedSet<String>> members = new TreeMap<>();
    frames.forEach(frame ->
        members
            .computeIfAbsent(districts.of(frame), _ -> new TreeSet<>(NaturalOrder.INSTANCE))
            .add(frame));
    List<Plan.District> all = new ArrayList<>();
    members.forEach((key, names) -> {
      Point corner = corner(packing, key);
      Size size = inside.getOrDefault(key, Packing.NONE).size();
      all.add(
          new Plan.District(
              key,
              new Rect(corner.x(), corner.y(), size.width(), size.height()),
              List.copyOf(names)));
    });
    return all;
  }

  private SortedMap<String, Map<String, Size>> byDistrict(Map<String, Size> frames) {
    SortedMap<String, Map<String, Size>> byDistrict = new TreeMap<>();
    frames.forEach((frame, size) ->
        byDistrict.computeIfAbsent(districts.of(frame), _ -> new HashMap<>()).put(frame, size));
    return byDistrict;
  }

  private static Map<String, Size> sizes(Map<String, Packing> packings) {
    Map<String, Size> sizes = new HashMap<>();
    packings.forEach((key, packed) -> sizes.put(key, packed.size()));
    return sizes;
  }

  private static Point corner(Packing packing, String key) {
    Rect slot = packing.slot(key).orElseThrow();
    return new Point(slot.x(), slot.y());
  }

  private static List<Item> items(Map<String, Size> sizes) {
    return sizes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(NaturalOrder.INSTANCE))
        .map(entry -> new Item(entry.getKey(), entry.getValue()))
        .toList();
  }
}
