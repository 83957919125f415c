package io.kubilitics.api;

import io.kubilitics.api.stream.StreamCounters;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Counts answered requests by route and status from the first one on. Cheap enough to be always
/// on; called from many threads.
final class Traffic {
  /// What a request was, as far as a counter may know it: the pattern of its route, not its path.
  record Answered(String route, int status) implements Comparable<Answered> {
    static final String REFUSED = "refused";

    @Override
    public int compareTo(Answered other) {
      int order = route.compareTo(other.route);
      return order == 0 ? Integer.compare(status, other.status) : order;
    }
  }

  /// How many there were and how long they took altogether.
  static final class Sum {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    long count() {
      return count.sum();
    }

    double total(TimeUnit unit) {
      return (double) nanos.sum() / unit.toNanos(1);
    }
  }

  private final StreamCounters stream = new StreamCounters();
  private final Map<Answered, Sum> sums = new ConcurrentSkipListMap<>();

  void count(String route, int status, long nanos) {
    Sum sum = sums.computeIfAbsent(new Answered(route, status), _ -> new Sum());
    sum.count.increment();
    sum.nanos.add(nanos);
  }

  /// What goes over WebSockets.
  StreamCounters stream() {
    return stream;
  }

  /// The sums, which go on growing.
  Map<Answered, Sum> sums() {
    return sums;
  }
}
