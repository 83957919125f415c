package io.kubilitics.diff;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Topology;
import java.util.Set;
import java.util.stream.Collectors;

/// What a side cannot be asked about: it may have objects of these kinds that nobody saw.
record Knowing(Set<Kind> unknown) {
  static Knowing of(Topology topology) {
    return new Knowing(
        topology.knowledge().stream()
            .filter(state -> !state.knowledge().isComplete())
            .map(KindState::kind)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Whether an object that is not there is none.
  boolean isComplete(ResourceId id) {
    return !unknown.contains(id.kind());
  }
}
