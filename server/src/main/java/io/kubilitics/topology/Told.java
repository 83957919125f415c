package io.kubilitics.topology;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.store.IdIndex;
import io.kubilitics.store.SortedLongs;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts that mean objects of a kind which another object tells, by that object.
final class Told {
  private final Graph graph;
  private final Map<ResourceId, SortedLongs> byTeller = new HashMap<>();

  Told(Graph graph) {
    this.graph = graph;
  }

  void add(long ref, Fact.MeansTold fact) {
    byTeller.merge(fact.teller(), SortedLongs.of(ref), (refs, _) -> refs.with(ref));
  }

  void remove(long ref, Fact.MeansTold fact) {
    byTeller.computeIfPresent(
        fact.teller(),
        (_, refs) -> {
          SortedLongs rest = refs.without(ref);
          return rest.isEmpty() ? null : rest;
        });
  }

  /// The facts that have to be looked at again, when an object tells something else than before.
  SortedLongs waitingFor(ResourceId id, @Nullable Resource before, @Nullable Resource now) {
    SortedLongs refs = byTeller.getOrDefault(id, SortedLongs.EMPTY);
    Fact.Tells was = tells(before);
    Fact.Tells is = tells(now);
    boolean same = was == null ? is == null : was.equals(is);
    return same ? SortedLongs.EMPTY : refs;
  }

  /// What a fact means now, or null.
  @Nullable Fact meaning(Fact.MeansTold fact) {
    int teller = graph.find(fact.teller());
    Fact.Tells tells = teller == IdIndex.NOT_FOUND ? null : tells(graph.resource(teller));
    return tells == null ? null : fact.of(tells);
  }

  /// The first that an object tells counts.
  private static Fact.@Nullable Tells tells(@Nullable Resource resource) {
    for (int index = 0; resource != null && index < resource.factCount(); index++) {
      if (resource.fact(index) instanceof Fact.Tells tells) {
        return tells;
      }
    }
    return null;
  }
}
