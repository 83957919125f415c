package io.kubilitics.testbed.stream;

import java.util.SortedMap;
import java.util.TreeMap;

/// How often clients have seen what, by what was shown. Any thread.
public final class Seen {
  /// What can be seen.
  public enum What {
    SNAPSHOT,
    DELTA,
    BOOKMARK,
    /// Came back and went on from what it had.
    RESUMED,
    /// Came back too late: the channel had ended and was made anew.
    RENEWED,
    /// Came back in time, and what had happened was not known any more.
    OUTRUN,
    /// Went on after a pause.
    CONTINUED,
    UPDATE,
    /// Was compared with the truth.
    COMPARED;

    private String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final SortedMap<String, SortedMap<What, Long>> counts = new TreeMap<>();
  private long cuts;

  synchronized void count(String show, What what) {
    counts.computeIfAbsent(show, _ -> new TreeMap<>()).merge(what, 1L, Long::sum);
  }

  synchronized void cut() {
    cuts++;
  }

  public void add(Seen other) {
    SortedMap<String, SortedMap<What, Long>> more;
    long moreCuts;
    synchronized (other) {
      more = new TreeMap<>(other.counts);
      moreCuts = other.cuts;
    }
    synchronized (this) {
      more.forEach((show, whats) ->
          whats.forEach((what, count) ->
              counts.computeIfAbsent(show, _ -> new TreeMap<>()).merge(what, count, Long::sum)));
      cuts += moreCuts;
    }
  }

  public synchronized long of(String show, What what) {
    return counts.getOrDefault(show, new TreeMap<>()).getOrDefault(what, 0L);
  }

  public synchronized long cuts() {
    return cuts;
  }

  /// One line for each show.
  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder().append(cuts).append(" cuts");
    counts.forEach((show, whats) -> {
      text.append("\n  ").append(show).append(':');
      whats.forEach(
          (what, count) -> text.append(' ').append(what.text()).append(' ').append(count));
    });
    return text.toString();
  }
}
