package io.kubilitics.access;

import java.util.Optional;

/// One rule of the door. Stateless; called from many threads.
@FunctionalInterface
public interface Guard {
  /// Why this visit ends here; empty when the rule has nothing against it.
  Optional<Refusal> refuses(Visit visit);
}
