package io.kubilitics.layout;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.NaturalOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which frames stand together when there are more than an overview can show one by one: frames
/// whose names follow each other, as far as possible those with one prefix. A district is known by
/// the first name it was made with, and takes every name up to the next one's; so a frame that
/// comes later finds its district, and no frame ever changes it.
final class Districts {
  /// With fewer frames there are no districts.
  static final int FRAMES = 1_000;

  private static final int MOST = 64;
  private static final int FEWEST = 16;

  private final TreeMap<String, String> keys = new TreeMap<>(NaturalOrder.INSTANCE);

  private Districts(Collection<String> firstNames) {
    firstNames.forEach(name -> keys.put(name, Plan.District.key(name)));
  }

  /// Those that suit these frames: none when the frames are few.
  static Districts of(Collection<String> frames) {
    return new Districts(frames.size() <= FRAMES ? List.of() : firstNames(frames));
  }

  /// Those with these keys; every other key is taken for a frame and left out.
  static Districts restored(Collection<String> keys) {
    return new Districts(keys.stream().map(Plan.District::name).flatMap(Optional::stream).toList());
  }

  /// Whether a key is that of a district and not of a frame.
  static boolean isKey(String key) {
    return Plan.District.name(key).isPresent();
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /// The key of the district a frame stands in.
  String of(String frame) {
    Map.Entry<String, String> district = keys.floorEntry(frame);
    return district == null ? keys.firstEntry().getValue() : district.getValue();
  }

  private static List<String> firstNames(Collection<String> frames) {
    TreeSet<String> sorted = new TreeSet<>(NaturalOrder.INSTANCE);
    sorted.addAll(frames);
    List<String> firstNames = new ArrayList<>();
    String prefix = "";
    int size = MOST;
    for (String name : sorted) {
      boolean isOther = !prefix(name).equals(prefix);
      if (size == MOST || (isOther && size >= FEWEST)) {
        firstNames.add(name);
        size = 0;
      }
      prefix = prefix(name);
      size++;
    }
    return firstNames;
  }

  private static String prefix(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('-')));
  }
}
