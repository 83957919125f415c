package io.kubilitics.testbed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What benchmarks share: demo objects, the heap in use, and figures as JSON lines.
public final class Measured {
  static final Instant AS_OF = Instant.parse("2026-11-20T10:00:00Z");

  private Measured() {}

  /// The sizes named on the command line; 10,000 and 100,000 unless there are any.
  static List<Integer> sizes(String[] arguments) {
    return arguments.length == 0
        ? List.of(10_000, 100_000)
        : Arrays.stream(arguments).map(Integer::valueOf).toList();
  }

  /// The objects of a demo, in its own order.
  public static List<Change> demo(int size, Catalogue catalogue) {
    List<Change> objects = new ArrayList<>(size);
    try (DemoSource source = DemoSource.still(new DemoSpec(size, 42), catalogue, AS_OF)) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              objects.addAll(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              throw new IllegalStateException(place + ": " + reason);
            }
          });
    }
    return objects;
  }

  static long usedHeap() {
    for (int round = 0; round < 4; round++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// Nanoseconds of a processor that a platform thread has used.
  static long cpuTime(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  static String spread(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(Locale.ROOT, "%.1f to %.1f", sorted[0], sorted[sorted.length - 1]);
  }

  /// Prints one line.
  ///
  /// @param target the largest good value, 0 for a figure without one
  static void figure(String name, double value, String unit, double target, String spread) {
    System.out.printf(
        Locale.ROOT,
        "{\"name\":\"%s\",\"value\":%.2f,\"unit\":\"%s\",\"target\":%s,\"ok\":%s,\"spread\":\"%s\"}%n",
        name,
        value,
        unit,
        target == 0 ? "null" : String.format(Locale.ROOT, "%.0f", target),
        target == 0 || value <= target,
        spread);
  }
}
