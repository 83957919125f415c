package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How much is known of each kind. As long as nobody says anything of kinds, all are complete: a
/// folder of manifests is all there is.
final class KindStates {
  private static final Comparator<KindState> LEAST =
      Comparator.comparing(KindState::knowledge).thenComparing(KindState::namespace);

  private final Map<Kind, Map<String, KindState>> states = new HashMap<>();
  private KindState others = KindState.ofAnyOther(Knowledge.SYNCED);
  private Map<Kind, KindState> frozen = Map.of();
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
    if (changed) {
      Map<Kind, KindState> least = new TreeMap<>();
      states.forEach((kind, ofKind) ->
          ofKind.values().stream().min(LEAST).ifPresent(state -> least.put(kind, state)));
      frozen = least;
      changed = false;
    }
    return frozen;
  }
}
