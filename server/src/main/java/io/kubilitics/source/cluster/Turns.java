package io.kubilitics.source.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lets kinds begin in their order, a few at a time, so that what comes first has the server for
/// itself; one that is slow gives up its place among them after a while, and is waited for all the
/// same. Used by the plan's thread only.
final class Turns {
  /// Somewhat more than the lists that may be in flight, so that those are never fewer.
  static final int AT_ONCE = 6;

  private final Deque<KindReading> waiting = new ArrayDeque<>();
  private final Set<KindReading> beginning = new LinkedHashSet<>();
  private final Set<KindReading> unread = new LinkedHashSet<>();

  /// Adds kinds behind all others.
  void add(List<KindReading> readings) {
    waiting.addAll(readings);
    unread.addAll(readings);
  }

  /// Takes the next one that may begin now, or null.
  ///
  /// @param mayBegin whether the first in the row need not wait for those before it
  @Nullable KindReading next(Predicate<KindReading> mayBegin) {
    KindReading first = waiting.peekFirst();
    if (first == null || beginning.size() >= AT_ONCE || !mayBegin.test(first)) {
      return null;
    }
    beginning.add(first);
    return waiting.removeFirst();
  }

  /// It is not waited for before others begin.
  void giveWay(KindReading reading) {
    beginning.remove(reading);
  }

  /// It has been read, or nobody waits for it any more.
  void end(KindReading reading) {
    beginning.remove(reading);
    unread.remove(reading);
    waiting.remove(reading);
  }

  boolean isBeginning(KindReading reading) {
    return beginning.contains(reading);
  }

  boolean isUnread(KindReading reading) {
    return unread.contains(reading);
  }

  /// Those that have not been read yet, in their order.
  List<KindReading> unread() {
    return List.copyOf(unread);
  }
}
