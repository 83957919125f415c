package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How much is known of each kind. What nobody has said anything about is complete: a folder of
/// manifests is all there is.
final class KindStates {
  private final Map<Kind, Map<String, Knowledge>> states = new HashMap<>();
  private Map<Kind, Knowledge> frozen = Map.of();
  private boolean changed;

  /// Whether it is news.
  boolean put(KindState state) {
    Knowledge before =
        states
            .computeIfAbsent(state.kind(), _ -> new HashMap<>())
            .put(state.namespace(), state.knowledge());
    changed |= before != state.knowledge();
    return before != state.knowledge();
  }

  /// Whether an object of this kind that is not there can be called missing.
  boolean isComplete(Kind kind, String namespace) {
    Map<String, Knowledge> ofKind = states.get(kind);
    if (ofKind == null) {
      return true;
    }
    Knowledge here = ofKind.get(namespace);
    return (here == null ? ofKind.getOrDefault("", Knowledge.SYNCED) : here).isComplete();
  }

  /// For each kind of which something was said the least that is known of it anywhere.
  Map<Kind, Knowledge> freeze() {
    if (changed) {
      Map<Kind, Knowledge> least = new TreeMap<>();
      states.forEach((kind, ofKind) ->
          ofKind.values().stream()
              .min(java.util.Comparator.naturalOrder())
              .ifPresent(knowledge -> least.put(kind, knowledge)));
      frozen = least;
      changed = false;
    }
    return frozen;
  }
}
