package io.kubilitics.api.stream;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was written for one client and will do for others, bounded by bytes and by time; what was
/// not asked for for longest goes first. Each text is made once, however many ask at the same time.
/// Any thread.
final class FragmentCache {
  /// Stands for no revision: the whole topic.
  static final long WHOLE = -1;

  /// Names a piece.
  ///
  /// @param feed number of a channel
  /// @param from [#WHOLE] or the revision of the delta's beginning
  record Key(long feed, String topic, long from, long to, int position) {}

  /// A text that is there or being made.
  private static final class Entry {
    private @Nullable Fragment fragment;

    /// 0 until it is made; with [#askedAt] under the lock of the cache.
    private int size;

    private long askedAt;

    synchronized Fragment fragment(Supplier<Piece> writer) {
      if (fragment == null) {
        fragment = Fragment.of(writer.get());
      }
      return fragment;
    }
  }

  /// About what an entry costs beside its text.
  private static final int OVERHEAD = 200;

  private final long mostBytes;
  private final StreamCounters counters;
  private final Map<Key, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  FragmentCache(long mostBytes, StreamCounters counters) {
    this.mostBytes = mostBytes;
    this.counters = counters;
  }

  /// The text of this name.
  ///
  /// @param writer makes it; equal names give equal texts
  Fragment get(Key key, Supplier<Piece> writer) {
    Entry entry;
    boolean known;
    synchronized (entries) {
      entry = entries.get(key);
      known = entry != null;
      if (entry == null) {
        entry = new Entry();
        entries.put(key, entry);
      }
      entry.askedAt = System.nanoTime();
    }
    (known ? counters.cacheHits() : counters.cacheMisses()).increment();
    Fragment fragment;
    try {
      fragment = entry.fragment(writer);
    } catch (RuntimeException | Error bug) {
      forget(key, entry);
      throw bug;
    }
    if (!known) {
      weigh(key, entry, fragment.json().length + OVERHEAD);
    }
    return fragment;
  }

  private void forget(Key key, Entry entry) {
    synchronized (entries) {
      entries.remove(key, entry);
    }
  }

  private void weigh(Key key, Entry entry, int size) {
    synchronized (entries) {
      if (!entry.equals(entries.get(key))) {
        return;
      }
      entry.size = size;
      bytes += size;
      Iterator<Entry> eldest = entries.values().iterator();
      while (bytes > mostBytes && eldest.hasNext()) {
        Entry next = eldest.next();
        if (next.size > 0) {
          eldest.remove();
          bytes -= next.size;
        }
      }
      counters.cachedBytes().set(bytes);
    }
  }

  /// Forgets what nobody has asked for in so long a time: the text of a large map is many times as
  /// large as the map, and clients that come together ask for it within seconds.
  void forgetUnusedFor(Duration time) {
    long now = System.nanoTime();
    synchronized (entries) {
      Iterator<Entry> eldest = entries.values().iterator();
      while (eldest.hasNext()) {
        Entry next = eldest.next();
        if (now - next.askedAt < time.toNanos()) {
          break;
        }
        if (next.size > 0) {
          eldest.remove();
          bytes -= next.size;
        }
      }
      counters.cachedBytes().set(bytes);
    }
  }
}
