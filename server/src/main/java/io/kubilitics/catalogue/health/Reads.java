package io.kubilitics.catalogue.health;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// The paths of a rule, from those that several rules share and its own.
final class Reads {
  private Reads() {}

  static Set<String> of(Collection<String> shared, String... own) {
    Set<String> reads = new HashSet<>(shared);
    Collections.addAll(reads, own);
    return reads;
  }
}
