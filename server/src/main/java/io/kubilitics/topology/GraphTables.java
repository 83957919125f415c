package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.store.IdIndex;
import io.kubilitics.store.PagedArray;
import io.kubilitics.store.SortedLongs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of one revision, frozen.
///
/// @param nodes by handle
/// @param out links by the handle of their source, see [Link]
/// @param in one entry for each incoming edge, see [Link#incoming]
/// @param limit all handles are below this
/// @param shown how many nodes are shown
record GraphTables(
    Relations relations,
    PagedArray<Node> nodes,
    PagedArray<SortedLongs> out,
    PagedArray<SortedLongs> in,
    IdIndex ids,
    int limit,
    int shown,
    int edges) {

  static final Comparator<Edge.Reading> READING_ORDER =
      Comparator.comparing(Edge.Reading::end).thenComparing(Edge.Reading::evidence);

  static GraphTables empty() {
    return new GraphTables(
        new Relations(new io.kubilitics.model.RelationTypes(List.of())),
        PagedArray.empty(),
        PagedArray.empty(),
        PagedArray.empty(),
        IdIndex.empty(),
        0,
        0,
        0);
  }

  int find(ResourceId id) {
    return ids.find(
        id,
        handle -> {
          Node node = nodes.get(handle);
          return node == null ? null : node.id();
        });
  }

  /// The node, or null when the handle is free or stands for something nobody sees.
  @Nullable Node shown(int handle) {
    Node node = nodes.get(handle);
    if (node == null || node instanceof Node.Present) {
      return node;
    }
    return out(handle).isEmpty() && in(handle).isEmpty() ? null : node;
  }

  SortedLongs out(int handle) {
    SortedLongs links = out.get(handle);
    return links == null ? SortedLongs.EMPTY : links;
  }

  SortedLongs in(int handle) {
    SortedLongs links = in.get(handle);
    return links == null ? SortedLongs.EMPTY : links;
  }

  /// The edges from a source, by target handle and relation: one link of each.
  void forEachEdge(int source, java.util.function.LongConsumer action) {
    long[] last = {-1};
    out(source)
        .forEach(link -> {
          if (Link.edge(link) != last[0]) {
            last[0] = Link.edge(link);
            action.accept(link);
          }
        });
  }

  /// The whole edge to which a link belongs.
  Edge edge(int source, int target, int relation) {
    List<Edge.Reading> readings = new ArrayList<>(2);
    EdgeState[] worst = {EdgeState.RESOLVED};
    boolean[] all = {true, true};
    out(source)
        .forEach(
            Link.firstOfEdge(target, relation),
            Link.afterEdge(target, relation),
            link -> {
              Edge.Reading reading = reading(source, link);
              if (!readings.contains(reading)) {
                readings.add(reading);
              }
              worst[0] = worst[0].worse(Link.state(link));
              all[0] &= Link.inferred(link);
              all[1] &= Link.optional(link);
            });
    readings.sort(READING_ORDER);
    return new Edge(
        id(source),
        id(target),
        relations.type(relation).relation(),
        worst[0],
        all[0],
        all[1],
        readings);
  }

  private Edge.Reading reading(int source, long link) {
    boolean atTarget = Link.readAtTarget(link);
    Node owner = nodes.get(atTarget ? Link.target(link) : source);
    if (!(owner instanceof Node.Present(Resource resource, _))) {
      throw new IllegalStateException("a link without the object that states it");
    }
    Fact fact = resource.fact(Link.fact(link));
    if (fact instanceof Fact.Selects selects && selects.pick() == Fact.Pick.NEWEST) {
      Evidence offered = offered(selects, nodes.get(Link.target(link)));
      if (offered != null) {
        return new Edge.Reading(offered, Edge.End.TARGET);
      }
    }
    Evidence evidence = fact.evidence();
    return new Edge.Reading(evidence, atTarget ? Edge.End.TARGET : Edge.End.SOURCE);
  }

  /// Where the target says that it is the default which the source did not name, or null when it
  /// was found by its own labels.
  private static @Nullable Evidence offered(Fact.Selects selects, @Nullable Node target) {
    if (target instanceof Node.Present present) {
      for (Bearer bearer : Bearer.of(present.resource())) {
        if (bearer.kind().equals(selects.kind()) && selects.selector().matches(bearer.labels())) {
          return bearer.offered();
        }
      }
    }
    return null;
  }

  ResourceId id(int handle) {
    Node node = nodes.get(handle);
    if (node == null) {
      throw new IllegalStateException("handle " + handle + " is free");
    }
    return node.id();
  }
}
