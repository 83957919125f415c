package io.kubilitics.catalogue;

import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The kinds one cluster defines by itself, as far as its definitions have been read. Any thread.
final class LearnedKinds {
  /// Real clusters have some hundreds.
  private static final int MOST = 10_000;

  private static final KindIndex NONE = new KindIndex(List.of());

  private final Map<Kind, KindEntry> entries = new ConcurrentHashMap<>();

  /// Made when it is asked for, null after something new.
  private volatile @Nullable KindIndex index = NONE;

  /// Adds a kind that is not there yet.
  synchronized boolean add(CustomKind kind) {
    if (entries.size() >= MOST || entries.putIfAbsent(kind.kind(), kind.entry()) != null) {
      return false;
    }
    index = null;
    return true;
  }

  @Nullable KindEntry entry(Kind kind) {
    return entries.get(kind);
  }

  /// All of them; of two with the same word the first by kind, whichever was learned first.
  KindIndex index() {
    KindIndex known = index;
    return known != null ? known : made();
  }

  private synchronized KindIndex made() {
    KindIndex known = index;
    if (known == null) {
      known = new KindIndex(new TreeMap<>(entries).values());
      index = known;
    }
    return known;
  }
}
