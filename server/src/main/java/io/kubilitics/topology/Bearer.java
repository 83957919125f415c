package io.kubilitics.topology;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels under which an object can be selected: its own, or what it offers in the place of others.
record Bearer(Kind kind, Labels labels, boolean inferred) {
  /// What an object bears; nothing for one that is not there.
  static List<Bearer> of(@Nullable Resource resource) {
    if (resource == null) {
      return List.of();
    }
    List<Bearer> bearers = new ArrayList<>(2);
    bearers.add(new Bearer(resource.kind(), resource.labels(), false));
    for (int index = 0; index < resource.factCount(); index++) {
      if (resource.fact(index) instanceof Fact.Offers offer) {
        bearers.add(new Bearer(offer.kind(), offer.labels(), offer.inferred()));
      }
    }
    return bearers;
  }
}
