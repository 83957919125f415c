package io.kubilitics.api.stream.drawing;

import io.kubilitics.layout.street.Streets;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Street;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The streets of a map that changes. To find their ways takes long where there are many, so no
/// more than a part of one processor goes into it: until then they are as they were. For one
/// thread.
final class StreetPlan {
  /// For how many times as long as the search took it counts.
  private static final int LASTS = 4;

  private final boolean isWanted;
  private final LongSupplier nanoTime;
  private Map<String, Street> streets = Map.of();
  private boolean stale = true;
  private long notBefore;

  /// @param level streets run between tiles only
  /// @param nanoTime counts nanoseconds, as [System#nanoTime] does
  StreetPlan(Level level, LongSupplier nanoTime) {
    isWanted = level == Level.NAMESPACES || level == Level.APPS;
    this.nanoTime = nanoTime;
    notBefore = nanoTime.getAsLong();
  }

  /// Tells that tiles or the lines between them may have changed.
  void disturb() {
    stale = true;
  }

  boolean isStale() {
    return isWanted && stale;
  }

  boolean isDue() {
    return isStale() && nanoTime.getAsLong() - notBefore >= 0;
  }

  /// The streets by key of their items, made anew when it is time.
  Map<String, Street> streets(Supplier<Streets> traffic) {
    if (isDue()) {
      long begin = nanoTime.getAsLong();
      Map<String, Street> all = new TreeMap<>();
      for (Street street : traffic.get().in(null)) {
        all.put(DrawnItems.street(street), street);
      }
      streets = all;
      stale = false;
      long end = nanoTime.getAsLong();
      notBefore = end + (end - begin) * LASTS;
    }
    return streets;
  }
}
