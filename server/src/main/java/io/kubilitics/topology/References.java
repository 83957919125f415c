package io.kubilitics.topology;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Rank;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.store.LongMap;
import io.kubilitics.store.SortedLongs;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Facts that point at one thing: names, owners, things outside of the cluster. Each is listed with
/// the ids it could mean, so that whatever comes, changes or goes there finds it.
final class References {
  private final Graph graph;
  private final Relations relations;
  private final Grants grants;
  private final Fallbacks fallbacks;
  private final KindStates kindStates;

  /// For each handle how many facts say that they will make it.
  private final LongMap<Integer> makers = new LongMap<>();

  References(
      Graph graph, Relations relations, Grants grants, Fallbacks fallbacks, KindStates kindStates) {
    this.graph = graph;
    this.relations = relations;
    this.grants = grants;
    this.fallbacks = fallbacks;
    this.kindStates = kindStates;
  }

  void add(long ref, Fact.Names names) {
    int target = graph.handle(names.target());
    graph.addNamer(target, ref);
    if (names.permit() != null) {
      grants.addNeed(ref, names.target());
    }
    enter(names.rank(), ref);
    if (names.presence() == Presence.PRODUCES) {
      count(target, 1);
    }
    refresh(ref, names, target);
  }

  void remove(long ref, Fact.Names names) {
    int target = graph.handle(names.target());
    graph.unlink(ref, relations.number(names.relation()), target, names.reversed());
    if (names.permit() != null) {
      grants.removeNeed(ref, names.target());
    }
    leave(names.rank(), ref);
    graph.removeNamer(target, ref);
    if (names.presence() == Presence.PRODUCES) {
      count(target, -1);
    }
  }

  /// With the first that will make something its absence is no fault of those that name it any
  /// more, with the last it is again.
  private void count(int target, int difference) {
    int before = Objects.requireNonNullElse(makers.get(target), 0);
    int now = before + difference;
    if (now == 0) {
      makers.remove(target);
    } else {
      makers.put(target, now);
    }
    if (before == 0 || now == 0) {
      refreshAll(graph.namers(target));
    }
  }

  void add(long ref, Fact.OwnedBy owned) {
    for (ResourceId candidate : candidates(ref, owned)) {
      graph.addNamer(graph.handle(candidate), ref);
    }
    refresh(ref, owned);
  }

  void remove(long ref, Fact.OwnedBy owned) {
    int relation = relations.number(owned.relation());
    for (ResourceId candidate : candidates(ref, owned)) {
      int handle = graph.handle(candidate);
      graph.unlink(ref, relation, handle, true);
      graph.removeNamer(handle, ref);
    }
  }

  void add(long ref, Fact.Reaches reaches) {
    graph.addNamer(graph.handle(reaches.synthetic().id()), ref);
    enter(reaches.rank(), ref);
    refresh(ref, reaches);
  }

  void remove(long ref, Fact.Reaches reaches) {
    int handle = graph.handle(reaches.synthetic().id());
    graph.unlink(ref, relations.number(reaches.relation()), handle, reaches.reversed());
    leave(reaches.rank(), ref);
    graph.removeNamer(handle, ref);
  }

  private void enter(@Nullable Rank rank, long ref) {
    if (rank != null) {
      refreshAll(fallbacks.add(rank, ref));
    }
  }

  private void leave(@Nullable Rank rank, long ref) {
    if (rank != null) {
      refreshAll(fallbacks.remove(rank, ref));
    }
  }

  /// Looks at these facts again; those that are no references are left alone.
  void refreshAll(SortedLongs refs) {
    refs.forEach(ref -> {
      switch (graph.fact(ref)) {
        case Fact.Names names -> refresh(ref, names, graph.handle(names.target()));
        case Fact.OwnedBy owned -> refresh(ref, owned);
        case Fact.Reaches reaches -> refresh(ref, reaches);
        case Fact.Selects _,
            Fact.Offers _,
            Fact.Permits _,
            Fact.Places _,
            Fact.Repels _,
            Fact.MeansTold _,
            Fact.Tells _ -> {}
      }
    });
  }

  private void refresh(long ref, Fact.Names names, int target) {
    int relation = relations.number(names.relation());
    EdgeState state = stateOf(ref, names, target);
    if (state == null) {
      graph.unlink(ref, relation, target, names.reversed());
      return;
    }
    boolean mayDangle =
        switch (names.presence()) {
          case OPTIONAL, PRODUCES -> true;
          case REQUIRED, IF_EXISTS -> graph.resource(target) == null && makers.get(target) != null;
        };
    graph.link(ref, relation, target, names.reversed(), state, names.inferred(), mayDangle);
  }

  /// The state of the edge, or null for no edge.
  private @Nullable EdgeState stateOf(long ref, Fact.Names names, int target) {
    Rank rank = names.rank();
    if (rank != null && !fallbacks.speaks(rank)) {
      return null;
    }
    if (graph.node(target) instanceof Node.Ghost ghost) {
      if (names.presence() == Presence.IF_EXISTS) {
        return null;
      }
      return absent(ghost.id());
    }
    Resource resource = graph.resource(target);
    boolean other =
        resource != null
            && !names.expectedUid().isEmpty()
            && resource.hasUid()
            && !resource.hasUid(names.expectedUid());
    EdgeState state = other ? EdgeState.STALE : EdgeState.RESOLVED;
    Fact.PermitNeed need = names.permit();
    if (need == null) {
      return state;
    }
    return switch (grants.ask(graph.id(FactRef.owner(ref)), names.target(), need)) {
      case PERMITTED -> state;
      case DENIED -> state.worse(EdgeState.DENIED);
      case UNKNOWN -> state.worse(EdgeState.UNKNOWN);
    };
  }

  private EdgeState absent(ResourceId id) {
    return kindStates.provesAbsence(id.kind(), id.namespace())
        ? EdgeState.MISSING
        : EdgeState.UNKNOWN;
  }

  private void refresh(long ref, Fact.OwnedBy owned) {
    int relation = relations.number(owned.relation());
    List<ResourceId> candidates = candidates(ref, owned);
    int owner = graph.handle(owner(candidates, owned.uid()));
    for (ResourceId candidate : candidates) {
      int handle = graph.handle(candidate);
      if (handle != owner) {
        graph.unlink(ref, relation, handle, true);
      }
    }
    Resource resource = graph.resource(owner);
    EdgeState state = EdgeState.RESOLVED;
    if (resource == null) {
      state = absent(graph.id(owner));
    } else if (!isSame(resource, owned.uid())) {
      state = EdgeState.STALE;
    }
    graph.link(ref, relation, owner, true, state, false, false);
  }

  /// Where an owner can be: in the dependent's own namespace or in none.
  private List<ResourceId> candidates(long ref, Fact.OwnedBy owned) {
    String namespace = graph.id(FactRef.owner(ref)).namespace();
    Kind kind = owned.kind();
    ResourceId cluster = ResourceId.clusterScoped(kind, owned.name());
    if (namespace.isEmpty() || owned.scope() == Scope.CLUSTER) {
      return List.of(cluster);
    }
    ResourceId near = new ResourceId(kind, namespace, owned.name());
    return owned.scope() == Scope.NAMESPACED ? List.of(near) : List.of(near, cluster);
  }

  /// The candidate that is meant: the one with the uid, else one that is there, else the first.
  private ResourceId owner(List<ResourceId> candidates, String uid) {
    ResourceId there = null;
    for (ResourceId candidate : candidates) {
      Resource resource = graph.resource(graph.handle(candidate));
      if (resource != null && isSame(resource, uid)) {
        return candidate;
      }
      if (resource != null && there == null) {
        there = candidate;
      }
    }
    return there == null ? candidates.getFirst() : there;
  }

  private static boolean isSame(Resource resource, String uid) {
    return uid.isEmpty() || !resource.hasUid() || resource.hasUid(uid);
  }

  private void refresh(long ref, Fact.Reaches reaches) {
    int handle = graph.handle(reaches.synthetic().id());
    int relation = relations.number(reaches.relation());
    Rank rank = reaches.rank();
    if (rank != null && !fallbacks.speaks(rank)) {
      graph.unlink(ref, relation, handle, reaches.reversed());
      return;
    }
    graph.link(ref, relation, handle, reaches.reversed(), EdgeState.RESOLVED, false, false);
  }
}
