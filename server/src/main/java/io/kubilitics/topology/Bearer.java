package io.kubilitics.topology;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labels under which an object can be selected: its own, or what it offers in the place of others.
///
/// @param offered where the offer was read, or null for what it is itself
record Bearer(Kind kind, Labels labels, boolean inferred, @Nullable Evidence offered) {
  /// A namespace of which only objects are known: the one label that every namespace has.
  static Bearer ofNamespace(String name) {
    return new Bearer(Namespaces.KIND, Namespaces.assumed(name), false, null);
  }

  /// What an object bears; nothing for one that is not there.
  static List<Bearer> of(@Nullable Resource resource) {
    if (resource == null) {
      return List.of();
    }
    List<Bearer> bearers = new ArrayList<>(2);
    bearers.add(new Bearer(resource.kind(), resource.labels(), false, null));
    for (int index = 0; index < resource.factCount(); index++) {
      if (resource.fact(index) instanceof Fact.Offers offer) {
        bearers.add(new Bearer(offer.kind(), offer.labels(), offer.inferred(), offer.evidence()));
      }
    }
    return bearers;
  }
}
