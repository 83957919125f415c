package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.store.IdIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Edges that are kept nowhere, worked out from the facts of one revision for one question. Of the
/// facts only those of objects that the question lets through count. Used by one thread.
///
/// Things outside of the cluster that only such edges lead to have handles from the limit of the
/// tables on.
final class OnDemand {
  /// Takes one edge.
  interface Found {
    void edge(int relation, int source, int target);
  }

  /// One fact, whose it is, and the thing outside of the cluster it reaches, or -1.
  private record Stated(int owner, Fact.Related fact, int relation, int outside) {}

  private final GraphTables tables;
  private final BitSet relations;
  private final Effort effort;
  private final NodePlaces places;
  private final SelectedObjects selected;

  /// Those that lead to objects, which do not know of it.
  private final List<Stated> toObjects = new ArrayList<>();

  private final Map<Integer, List<Stated>> byEnd = new HashMap<>();
  private final List<Node.Outside> outsiders = new ArrayList<>();
  private final Map<ResourceId, Integer> outsideHandles = new HashMap<>();

  /// @param wanted by number; those that are kept are passed over
  /// @param objects whose facts count
  OnDemand(GraphTables tables, BitSet wanted, BitSet objects) {
    this.tables = tables;
    this.relations = (BitSet) wanted.clone();
    this.effort = new Effort();
    this.places = new NodePlaces(tables, effort);
    this.selected = new SelectedObjects(tables, effort);
    relations.stream()
        .filter(number -> !tables.relations().isOnDemand(number))
        .forEach(relations::clear);
    if (!relations.isEmpty()) {
      objects.stream().forEach(this::read);
    }
  }

  private void read(int owner) {
    Resource resource = resource(owner);
    for (int index = 0; resource != null && index < resource.factCount(); index++) {
      if (!(resource.fact(index) instanceof Fact.Related fact)
          || !tables.relations().isOnDemand(fact)) {
        continue;
      }
      int relation = tables.relations().number(fact.relation());
      if (!relations.get(relation)) {
        continue;
      }
      int outside = fact instanceof Fact.Reaches reaches ? outside(reaches.synthetic()) : -1;
      if (fact instanceof Fact.Selects selects) {
        selected.expect(selects);
      }
      Stated stated = new Stated(owner, fact, relation, outside);
      if (outside < 0) {
        toObjects.add(stated);
      }
      byEnd.computeIfAbsent(owner, _ -> new ArrayList<>(1)).add(stated);
      if (outside >= 0) {
        byEnd.computeIfAbsent(outside, _ -> new ArrayList<>()).add(stated);
      }
    }
  }

  private @Nullable Resource resource(int handle) {
    return handle < tables.limit() && tables.nodes().get(handle) instanceof Node.Present present
        ? present.resource()
        : null;
  }

  private int outside(Synthetic synthetic) {
    ResourceId id = synthetic.id();
    int handle = tables.find(id);
    if (handle != IdIndex.NOT_FOUND && tables.shown(handle) != null) {
      return handle;
    }
    return outsideHandles.computeIfAbsent(
        id,
        _ -> {
          outsiders.add(new Node.Outside(synthetic, 1));
          return tables.limit() + outsiders.size() - 1;
        });
  }

  boolean isEmpty() {
    return relations.isEmpty();
  }

  boolean answers(int relation) {
    return relations.get(relation);
  }

  /// All handles, with those of outsiders, are below this.
  int limit() {
    return tables.limit() + outsiders.size();
  }

  @Nullable Node shown(int handle) {
    return handle < tables.limit() ? tables.shown(handle) : outsiders.get(handle - tables.limit());
  }

  int find(ResourceId id) {
    int handle = tables.find(id);
    return handle == IdIndex.NOT_FOUND || tables.shown(handle) == null
        ? outsideHandles.getOrDefault(id, handle)
        : handle;
  }

  /// The edges that an object states itself, and those of something outside of the cluster; one
  /// that is stated twice comes twice.
  void own(int handle, Found found) {
    for (Stated stated : byEnd.getOrDefault(handle, List.of())) {
      switch (stated.fact) {
        case Fact.Selects selects -> to(selected.meantBy(selects), stated, found);
        case Fact.Places needs -> to(places.meeting(needs.needs()), stated, found);
        case Fact.Reaches reaches -> {
          int source = reaches.reversed() ? stated.outside : stated.owner;
          int target = reaches.reversed() ? stated.owner : stated.outside;
          found.edge(stated.relation, source, target);
        }
        case Fact.Names _, Fact.OwnedBy _, Fact.MeansTold _ -> {}
      }
    }
  }

  private static void to(int[] targets, Stated stated, Found found) {
    for (int target : targets) {
      if (target != stated.owner) {
        found.edge(stated.relation, stated.owner, target);
      }
    }
  }

  /// The edges that others state to this object.
  void others(int handle, Found found) {
    if (resource(handle) == null) {
      return;
    }
    for (Stated stated : toObjects) {
      if (stated.owner != handle && means(stated.fact, handle)) {
        found.edge(stated.relation, stated.owner, handle);
      }
    }
  }

  private boolean means(Fact.Related fact, int handle) {
    return switch (fact) {
      case Fact.Selects selects -> selected.means(selects, handle);
      case Fact.Places needs -> places.meets(needs.needs(), handle);
      case Fact.Reaches _, Fact.Names _, Fact.OwnedBy _, Fact.MeansTold _ -> false;
    };
  }

  /// The links of the edges from a source to what is in, one for each edge, in no order.
  ///
  /// @param positions not 0 for what is in
  void forEachEdge(int source, int[] positions, LongConsumer action) {
    LongSet links = new LongSet();
    own(
        source,
        (relation, from, target) -> {
          if (from == source && positions[target] > 0) {
            links.add(Link.firstOfEdge(target, relation));
          }
        });
    for (long link : links.toSortedArray()) {
      action.accept(link);
    }
  }

  /// Counts one edge of the answer.
  void count() {
    effort.edge();
  }

  /// The whole edge, of which some fact was found.
  Edge edge(int source, int target, int relation) {
    List<Edge.Reading> readings = new ArrayList<>();
    boolean inferred = true;
    for (Stated stated : byEnd.getOrDefault(source, List.of())) {
      if (stated.relation != relation) {
        continue;
      }
      switch (stated.fact) {
        case Fact.Selects selects -> {
          if (selected.matches(selects, target)) {
            readings.add(new Edge.Reading(selects.evidence(), Edge.End.SOURCE));
            inferred &= selected.isInferred(selects, target);
          }
        }
        case Fact.Places needs -> {
          if (places.matches(needs.needs(), target)) {
            readings.addAll(places.why(needs, target));
            inferred = false;
          }
        }
        case Fact.Reaches reaches -> {
          if (stated.owner == (reaches.reversed() ? target : source)
              && stated.outside == (reaches.reversed() ? source : target)) {
            Edge.End end = reaches.reversed() ? Edge.End.TARGET : Edge.End.SOURCE;
            readings.add(new Edge.Reading(reaches.evidence(), end));
            inferred = false;
          }
        }
        case Fact.Names _, Fact.OwnedBy _, Fact.MeansTold _ -> {}
      }
    }
    return new Edge(
        id(source),
        id(target),
        tables.relations().type(relation).relation(),
        EdgeState.RESOLVED,
        inferred,
        false,
        readings.stream().distinct().sorted(GraphTables.READING_ORDER).toList());
  }

  private ResourceId id(int handle) {
    return handle < tables.limit()
        ? tables.id(handle)
        : outsiders.get(handle - tables.limit()).id();
  }
}
