package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well each kind is known, for looking it up.
final class KnownKinds {
  private record Place(Kind kind, String namespace) {}

  private final Map<Place, KindState.Knowledge> states = new HashMap<>();
  private final KindState.Knowledge others;

  KnownKinds(List<KindState> gaps) {
    KindState.Knowledge ofOthers = KindState.Knowledge.SYNCED;
    for (KindState gap : gaps) {
      if (gap.kind().equals(KindState.ANY_OTHER)) {
        ofOthers = gap.knowledge();
      }
      states.put(new Place(gap.kind(), gap.namespace()), gap.knowledge());
    }
    others = ofOthers;
  }

  KindState.Knowledge of(ResourceId id) {
    if (states.isEmpty()) {
      return others;
    }
    KindState.Knowledge here = states.get(new Place(id.kind(), id.namespace()));
    return here != null ? here : states.getOrDefault(new Place(id.kind(), ""), others);
  }
}
