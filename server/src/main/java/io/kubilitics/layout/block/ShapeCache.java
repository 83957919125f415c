package io.kubilitics.layout.block;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The layouts of the shapes used last, and the shapes the layered algorithm failed with. Holds
/// numbers of a bounded count. Safe for threads.
final class ShapeCache {
  private static final int FAILED_SHAPES = 1_000;

  private final long capacity;
  private final Map<Shape, Placed> layouts = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Shape, Boolean> failed =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Boolean> eldest) {
          return size() > FAILED_SHAPES;
        }
      };
  private long weight;

  /// An empty one.
  ///
  /// @param capacity how many numbers it may hold; 0 for a cache that remembers no layout
  ShapeCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<Placed> get(Shape shape) {
    return Optional.ofNullable(layouts.get(shape));
  }

  synchronized void put(Shape shape, Placed placed) {
    Placed before = layouts.put(shape, placed);
    weight += weight(shape, placed);
    if (before != null) {
      weight -= weight(shape, before);
    }
    var oldest = layouts.entrySet().iterator();
    while (weight > capacity) {
      Map.Entry<Shape, Placed> entry = oldest.next();
      weight -= weight(entry.getKey(), entry.getValue());
      oldest.remove();
    }
  }

  synchronized void fail(Shape shape) {
    failed.put(shape, true);
  }

  synchronized boolean hasFailed(Shape shape) {
    return failed.containsKey(shape);
  }

  synchronized long weight() {
    return weight;
  }

  private static long weight(Shape shape, Placed placed) {
    return (long) shape.weight() + placed.weight();
  }
}
