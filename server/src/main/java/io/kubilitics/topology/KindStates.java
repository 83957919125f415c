package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much is known of each kind. As long as nobody says anything of kinds, all are complete: a
/// folder of manifests is all there is.
final class KindStates {
  private static final Comparator<KindState> LEAST =
      Comparator.comparing(KindState::knowledge).thenComparing(KindState::namespace);

  private final Map<Kind, Map<String, KindState>> states = new HashMap<>();
  private KindState others = KindState.ofAnyOther(Knowledge.SYNCED);
  private Map<Kind, KindState> frozen = Map.of();
  private Map<Kind, SortedMap<String, Knowledge>> apart = Map.of();
  private boolean changed;

  /// Whether it is news.
  boolean put(KindState state) {
    if (state.kind().equals(KindState.ANY_OTHER)) {
      boolean isNews = !state.equals(others);
      others = state;
      return isNews;
    }
    KindState before =
        states.computeIfAbsent(state.kind(), _ -> new HashMap<>()).put(state.namespace(), state);
    boolean news = !state.equals(before);
    changed |= news;
    return news;
  }

  /// Whether an object of this kind that is not there can be called missing.
  boolean provesAbsence(Kind kind, String namespace) {
    Map<String, KindState> ofKind = states.get(kind);
    KindState here = ofKind == null ? others : ofKind.getOrDefault(namespace, ofKind.get(""));
    return (here == null ? others : here).knowledge().provesAbsence();
  }

  /// What is known of every other kind.
  KindState others() {
    return others;
  }

  /// For each kind of which something was said the least that is known of it anywhere, and why.
  Map<Kind, KindState> freeze() {
    refreeze();
    return frozen;
  }

  /// For each kind that cannot be read of the whole cluster the namespaces where it is read all the
  /// same.
  Map<Kind, SortedMap<String, Knowledge>> freezeApart() {
    refreeze();
    return apart;
  }

  private void refreeze() {
    if (!changed) {
      return;
    }
    Map<Kind, KindState> least = new TreeMap<>();
    Map<Kind, SortedMap<String, Knowledge>> better = new TreeMap<>();
    states.forEach((kind, ofKind) -> {
      ofKind.values().stream().min(LEAST).ifPresent(state -> least.put(kind, state));
      SortedMap<String, Knowledge> read = readApart(ofKind);
      if (!read.isEmpty()) {
        better.put(kind, Collections.unmodifiableSortedMap(read));
      }
    });
    frozen = least;
    apart = better;
    changed = false;
  }

  private static SortedMap<String, Knowledge> readApart(Map<String, KindState> ofKind) {
    SortedMap<String, Knowledge> read = new TreeMap<>();
    KindState all = ofKind.get("");
    if (all != null && all.knowledge() == Knowledge.FORBIDDEN) {
      ofKind.forEach((namespace, state) -> {
        if (state.knowledge().isComplete()) {
          read.put(namespace, state.knowledge());
        }
      });
    }
    return read;
  }
}
