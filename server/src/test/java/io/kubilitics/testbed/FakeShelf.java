package io.kubilitics.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The objects of one kind and what has happened to them, as far back as it is kept. Any thread.
final class FakeShelf {
  /// What happened to one object.
  record Event(String type, FakeObject object) {}

  /// All objects of one moment, in order.
  record Snapshot(long revision, List<FakeObject> objects) {}

  /// How many events are kept; the older half goes at once.
  static final int KEPT = 20_000;

  private final AtomicLong revisions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<String, FakeObject> objects = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();

  /// How many events were forgotten.
  private long forgotten;

  /// Nothing up to here is remembered.
  private long horizon;

  private long wakes;

  FakeShelf(AtomicLong revisions) {
    this.revisions = revisions;
    this.horizon = revisions.get();
  }

  interface Maker {
    FakeObject make(@Nullable FakeObject before, long revision);
  }

  FakeObject put(String namespace, String name, Maker maker) {
    lock.lock();
    try {
      String key = FakeObject.key(namespace, name);
      FakeObject before = objects.get(key);
      FakeObject now = maker.make(before, revisions.incrementAndGet());
      objects.put(key, now);
      remember(new Event(before == null ? "ADDED" : "MODIFIED", now));
      return now;
    } finally {
      lock.unlock();
    }
  }

  boolean delete(String namespace, String name) {
    lock.lock();
    try {
      FakeObject before = objects.remove(FakeObject.key(namespace, name));
      if (before == null) {
        return false;
      }
      remember(new Event("DELETED", before.at(revisions.incrementAndGet())));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void remember(Event event) {
    if (events.size() >= KEPT) {
      List<Event> older = events.subList(0, KEPT / 2);
      horizon = Math.max(horizon, older.getLast().object().revision());
      forgotten += older.size();
      older.clear();
    }
    events.add(event);
    changed.signalAll();
  }

  Optional<FakeObject> get(String namespace, String name) {
    lock.lock();
    try {
      return Optional.ofNullable(objects.get(FakeObject.key(namespace, name)));
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return objects.size();
    } finally {
      lock.unlock();
    }
  }

  /// @param namespace `""` for all
  Snapshot snapshot(String namespace) {
    lock.lock();
    try {
      Map<String, FakeObject> some =
          namespace.isEmpty() ? objects : objects.subMap(namespace + '/', namespace + '0');
      return new Snapshot(revisions.get(), List.copyOf(some.values()));
    } finally {
      lock.unlock();
    }
  }

  /// The state of now and the place from which what follows is read.
  Start now(String namespace) {
    lock.lock();
    try {
      return new Start(snapshot(namespace), forgotten + events.size());
    } finally {
      lock.unlock();
    }
  }

  record Start(Snapshot snapshot, long cursor) {}

  /// The place behind a revision, or empty when that is forgotten.
  Optional<Long> cursorAfter(long revision) {
    lock.lock();
    try {
      if (revision < horizon) {
        return Optional.empty();
      }
      int low = 0;
      int high = events.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (events.get(middle).object().revision() <= revision) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return Optional.of(forgotten + low);
    } finally {
      lock.unlock();
    }
  }

  /// What was read from one place on.
  ///
  /// @param revision up to which nothing is missing
  /// @param lost whether events were forgotten before they were read
  record News(List<Event> events, long cursor, long revision, boolean lost) {}

  /// Waits until something happens behind a place, somebody calls [#wake], or the time is over.
  News await(long cursor, long seenWakes, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (forgotten + events.size() <= cursor && wakes == seenWakes && left > 0) {
        left = changed.awaitNanos(Math.min(left, TimeUnit.HOURS.toNanos(1)));
      }
      if (cursor < forgotten) {
        return new News(List.of(), cursor, revisions.get(), true);
      }
      int from = Math.toIntExact(cursor - forgotten);
      List<Event> news = List.copyOf(events.subList(from, Math.min(from + 1000, events.size())));
      long next = cursor + news.size();
      boolean all = next == forgotten + events.size();
      long revision =
          all
              ? revisions.get()
              : events.get(Math.toIntExact(next - forgotten - 1)).object().revision();
      return new News(news, next, revision, false);
    } finally {
      lock.unlock();
    }
  }

  long wakes() {
    lock.lock();
    try {
      return wakes;
    } finally {
      lock.unlock();
    }
  }

  /// Lets everyone who waits look round.
  void wake() {
    lock.lock();
    try {
      wakes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Forgets everything that has happened up to a revision.
  void compact(long revision) {
    lock.lock();
    try {
      horizon = Math.max(horizon, revision);
    } finally {
      lock.unlock();
    }
  }
}
