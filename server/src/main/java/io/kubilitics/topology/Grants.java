package io.kubilitics.topology;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.store.SortedLongs;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who permits references to a kind in a namespace, and which references wait for that.
final class Grants {
  private record Key(Kind toKind, String toNamespace) {}

  private final Graph graph;
  private final Namespaces namespaces;
  private final KindStates kindStates;
  private final Map<Key, SortedLongs> permits = new HashMap<>();
  private final Map<Key, SortedLongs> needs = new HashMap<>();

  Grants(Graph graph, Namespaces namespaces, KindStates kindStates) {
    this.graph = graph;
    this.namespaces = namespaces;
    this.kindStates = kindStates;
  }

  enum Answer {
    PERMITTED,
    DENIED,
    /// No grant is there, but grants are not fully known there.
    UNKNOWN
  }

  Answer ask(ResourceId from, ResourceId to, Fact.PermitNeed need) {
    SortedLongs candidates =
        permits.getOrDefault(new Key(to.kind(), to.namespace()), SortedLongs.EMPTY);
    boolean[] permitted = {false};
    candidates.forEach(ref -> permitted[0] |= permits(ref, from, to, need));
    if (permitted[0]) {
      return Answer.PERMITTED;
    }
    return kindStates.provesAbsence(need.grantKind(), to.namespace())
        ? Answer.DENIED
        : Answer.UNKNOWN;
  }

  private boolean permits(long ref, ResourceId from, ResourceId to, Fact.PermitNeed need) {
    return graph.fact(ref) instanceof Fact.Permits permit
        && graph.id(FactRef.owner(ref)).kind().equals(need.grantKind())
        && permit.fromKind().equals(from.kind())
        && (permit.toName().isEmpty() || permit.toName().equals(to.name()))
        && (need.section().isEmpty()
            || permit.section().isEmpty()
            || permit.section().equals(need.section()))
        && namespaces.contains(permit.fromScope(), from.namespace());
  }

  void add(long ref, Fact.Permits permit) {
    permits.merge(key(ref, permit), SortedLongs.of(ref), (known, _) -> known.with(ref));
    namespaces.register(permit.fromScope(), ref);
  }

  void remove(long ref, Fact.Permits permit) {
    permits.computeIfPresent(key(ref, permit), (_, known) -> orNull(known.without(ref)));
    namespaces.unregister(permit.fromScope(), ref);
  }

  /// The references that a permit may decide.
  SortedLongs waitingFor(long ref, Fact.Permits permit) {
    return needs.getOrDefault(key(ref, permit), SortedLongs.EMPTY);
  }

  private Key key(long ref, Fact.Permits permit) {
    return new Key(permit.toKind(), graph.id(FactRef.owner(ref)).namespace());
  }

  void addNeed(long ref, ResourceId to) {
    needs.merge(
        new Key(to.kind(), to.namespace()), SortedLongs.of(ref), (known, _) -> known.with(ref));
  }

  void removeNeed(long ref, ResourceId to) {
    needs.computeIfPresent(
        new Key(to.kind(), to.namespace()), (_, known) -> orNull(known.without(ref)));
  }

  /// All references that wait for a permit of any kind.
  SortedLongs allNeeds() {
    SortedLongs[] all = {SortedLongs.EMPTY};
    needs.values().forEach(refs -> refs.forEach(ref -> all[0] = all[0].with(ref)));
    return all[0];
  }

  private static @Nullable SortedLongs orNull(SortedLongs refs) {
    return refs.isEmpty() ? null : refs;
  }
}
