package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The kinds that objects of the cluster name: of these it matters whether an object is there. Any
/// thread.
final class NamedKinds {
  /// What hostile objects name beyond that is not followed for their sake, and never called
  /// missing.
  private static final int MOST = 10_000;

  private final Set<Kind> named = ConcurrentHashMap.newKeySet();

  boolean contains(Kind kind) {
    return named.contains(kind);
  }

  /// Learns what objects name that are new or have changed.
  ///
  /// @param first told of a kind that nobody has named before
  void learn(List<Change> batch, Consumer<Kind> first) {
    for (Change change : batch) {
      if (change instanceof Change.Put(Resource resource)) {
        learn(resource, first);
      }
    }
  }

  private void learn(Resource resource, Consumer<Kind> first) {
    for (int index = 0; index < resource.factCount(); index++) {
      switch (resource.fact(index)) {
        case Fact.Names names -> learn(names.target().kind(), first);
        case Fact.OwnedBy owned -> learn(owned.kind(), first);
        case Fact.Selects _,
            Fact.Offers _,
            Fact.Permits _,
            Fact.Reaches _,
            Fact.Places _,
            Fact.Repels _,
            Fact.MeansTold _,
            Fact.Tells _ -> {}
      }
    }
  }

  private void learn(Kind kind, Consumer<Kind> first) {
    if (!named.contains(kind) && named.size() < MOST && named.add(kind)) {
      first.accept(kind);
    }
  }
}
