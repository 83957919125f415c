package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.store.IdIndex;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Answers one query: which nodes and which relations are in.
final class Filter {
  private final Revision revision;
  private final GraphTables tables;
  private final TopologyQuery query;
  private final Viewer viewer;
  private final BitSet relations = new BitSet();

  Filter(Revision revision, TopologyQuery query, Viewer viewer) {
    this.revision = revision;
    this.tables = revision.tables();
    this.query = query;
    this.viewer = viewer;
    for (int number = 0; number < tables.relations().size(); number++) {
      var type = tables.relations().type(number);
      relations.set(
          number,
          query.relations().isEmpty()
              ? !type.hidden() && type.storage() != RelationType.Storage.ON_DEMAND
              : query.relations().contains(type.relation()));
    }
  }

  Selection select() {
    BitSet in = objects();
    OnDemand onDemand = new OnDemand(tables, relations, stating(in));
    addNeighbours(in, onDemand);
    if (query.focus().isPresent()) {
      Focus focus = query.focus().get();
      int start = onDemand.find(focus.id());
      Node node = start == IdIndex.NOT_FOUND ? null : onDemand.shown(start);
      if (node == null || !maySee(node.id())) {
        throw new ProblemException(new Problem.NotFound(focus.id().toString()));
      }
      in.set(start);
      in = new Walk(tables, in, relations, onDemand).from(start, focus);
    }
    return new SelectedPart(revision, viewer, in, relations, wantsAllKinds(), onDemand);
  }

  /// The objects whose facts are looked at on demand: with the focus, which passes every filter.
  private BitSet stating(BitSet in) {
    BitSet stating = (BitSet) in.clone();
    if (query.focus().isPresent()) {
      int start = tables.find(query.focus().get().id());
      if (start != IdIndex.NOT_FOUND && isVisible(start)) {
        stating.set(start);
      }
    }
    return stating;
  }

  /// Whether kinds that are not known belong into the answer.
  private boolean wantsAllKinds() {
    return query.kinds().isEmpty() && query.focus().isEmpty();
  }

  private boolean isVisible(int handle) {
    Node node = tables.shown(handle);
    return node != null && maySee(node.id());
  }

  private boolean maySee(ResourceId id) {
    return viewer.maySee(id.kind(), id.namespace());
  }

  /// The objects that pass every filter.
  private BitSet objects() {
    BitSet in = new BitSet(tables.limit());
    for (int handle = 0; handle < tables.limit(); handle++) {
      if (tables.nodes().get(handle) instanceof Node.Present present && passes(present)) {
        in.set(handle);
      }
    }
    return in;
  }

  private boolean passes(Node.Present present) {
    ResourceId id = present.id();
    return (query.namespaces().isEmpty() || query.namespaces().contains(id.namespace()))
        && wanted(id.kind())
        && passesAttributes(present)
        && maySee(id);
  }

  private boolean passesAttributes(Node.Present present) {
    return (query.health().isEmpty() || query.health().contains(present.health().status()))
        && query.labels().matches(present.resource().labels());
  }

  private boolean wanted(Kind kind) {
    return query.kinds().isEmpty() || query.kinds().contains(kind);
  }

  /// What is in only because something next to it is: ghosts, things outside of the cluster, and
  /// where namespaces are asked for, objects elsewhere.
  private void addNeighbours(BitSet in, OnDemand onDemand) {
    BitSet objects = (BitSet) in.clone();
    for (int handle = objects.nextSetBit(0); handle >= 0; handle = objects.nextSetBit(handle + 1)) {
      tables
          .out(handle)
          .forEach(link -> {
            if (relations.get(Link.relation(link)) && isNeighbour(Link.target(link))) {
              in.set(Link.target(link));
            }
          });
      tables
          .in(handle)
          .forEach(entry -> {
            if (relations.get(Link.relation(entry)) && isNeighbour(Link.target(entry))) {
              in.set(Link.target(entry));
            }
          });
      int object = handle;
      onDemand.own(
          handle,
          (_, source, target) -> {
            int other = source == object ? target : source;
            if (!in.get(other) && isNeighbour(onDemand.shown(other))) {
              in.set(other);
            }
          });
    }
  }

  private boolean isNeighbour(int handle) {
    return isNeighbour(tables.shown(handle));
  }

  private boolean isNeighbour(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case Node.Ghost(ResourceId id, _) -> wanted(id.kind()) && maySee(id);
      case Node.Outside outside -> wanted(outside.id().kind()) && maySee(outside.id());
      case Node.Present present ->
          !query.namespaces().isEmpty()
              && wanted(present.id().kind())
              && passesAttributes(present)
              && maySee(present.id());
    };
  }
}
