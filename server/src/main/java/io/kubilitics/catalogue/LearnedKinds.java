package io.kubilitics.catalogue;

import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The kinds one cluster serves by itself, as far as its API server or its definitions said. Any
/// thread.
final class LearnedKinds {
  /// Real clusters have some hundreds.
  private static final int MOST = 10_000;

  private static final KindIndex NONE = new KindIndex(List.of());

  private final Map<Kind, CustomKind> kinds = new ConcurrentHashMap<>();

  /// Made when it is asked for, null after something new.
  private volatile @Nullable KindIndex index = NONE;

  /// Adds a kind that is not there yet, or of which only its API server has spoken.
  ///
  /// @return whether anything is new
  synchronized boolean add(CustomKind kind) {
    CustomKind before = kinds.get(kind.kind());
    return (before == null || !before.isDefined()) && put(kind);
  }

  /// Adds a kind in place of what was said of it before, unless that was a definition and this is
  /// none.
  ///
  /// @return whether anything is new
  synchronized boolean replace(CustomKind kind) {
    CustomKind before = kinds.get(kind.kind());
    return (before == null || !before.isDefined() || kind.isDefined()) && put(kind);
  }

  private boolean put(CustomKind kind) {
    CustomKind before = kinds.get(kind.kind());
    if (before == null && kinds.size() >= MOST) {
      return false;
    }
    kinds.put(kind.kind(), kind);
    if (before != null && before.entry().equals(kind.entry())) {
      return false;
    }
    index = null;
    return true;
  }

  synchronized boolean forget(Kind kind) {
    index = null;
    return kinds.remove(kind) != null;
  }

  @Nullable KindEntry entry(Kind kind) {
    CustomKind known = kinds.get(kind);
    return known == null ? null : known.entry();
  }

  /// All of them; of two with the same word the first by kind, whichever was learned first.
  KindIndex index() {
    KindIndex known = index;
    return known != null ? known : made();
  }

  private synchronized KindIndex made() {
    KindIndex known = index;
    if (known == null) {
      known = new KindIndex(new TreeMap<>(kinds).values().stream().map(CustomKind::entry).toList());
      index = known;
    }
    return known;
  }
}
