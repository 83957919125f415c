package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The chosen nodes of a revision in output order, and the edges between them, made while they are
/// read.
final class SelectedPart implements Selection {
  private final Revision revision;
  private final Viewer viewer;
  private final GraphTables tables;
  private final BitSet relations;
  private final boolean allKinds;
  private final OnDemand onDemand;

  /// Handles in the order of the text of their ids.
  private final int[] order;

  /// For each handle its position in that order + 1; 0 when it is not in.
  private final int[] positions;

  private final int edges;

  SelectedPart(
      Revision revision,
      Viewer viewer,
      BitSet in,
      BitSet relations,
      boolean allKinds,
      OnDemand onDemand) {
    this.viewer = viewer;
    this.onDemand = onDemand;
    this.revision = revision;
    this.tables = revision.tables();
    this.relations = relations;
    this.allKinds = allKinds;
    this.order = ordered(in);
    this.positions = new int[onDemand.limit()];
    for (int at = 0; at < order.length; at++) {
      positions[order[at]] = at + 1;
    }
    this.edges = countEdges();
  }

  private record Entry(String text, int handle) {}

  private int[] ordered(BitSet in) {
    Entry[] entries =
        in.stream()
            .mapToObj(handle -> new Entry(node(handle).id().toString(), handle))
            .toArray(Entry[]::new);
    Arrays.sort(entries, Comparator.comparing(Entry::text));
    return Arrays.stream(entries).mapToInt(Entry::handle).toArray();
  }

  private int countEdges() {
    int[] count = {0};
    for (int source : order) {
      forEachEdge(
          source,
          link -> {
            count[0]++;
            if (onDemand.answers(Link.relation(link))) {
              onDemand.count();
            }
          });
    }
    return count[0];
  }

  /// One link of each edge that is in, in no order.
  private void forEachEdge(int source, LongConsumer action) {
    if (source < tables.limit()) {
      tables.forEachEdge(
          source,
          link -> {
            if (isIn(link)) {
              action.accept(link);
            }
          });
    }
    if (!onDemand.isEmpty()) {
      onDemand.forEachEdge(source, positions, action);
    }
  }

  private boolean isIn(long link) {
    return relations.get(Link.relation(link)) && positions[Link.target(link)] > 0;
  }

  @Override
  public long revision() {
    return revision.revision();
  }

  @Override
  public boolean complete() {
    return revision.others().knowledge().isComplete()
        && kinds().stream().allMatch(kind -> kind.knowledge().isComplete());
  }

  @Override
  public List<KindSummary> kinds() {
    Map<Kind, Integer> counts = new TreeMap<>();
    for (int handle : order) {
      if (onDemand.shown(handle) instanceof Node.Present present) {
        counts.merge(present.id().kind(), 1, Integer::sum);
      }
    }
    if (allKinds) {
      revision.kinds().keySet().forEach(kind -> counts.putIfAbsent(kind, 0));
    }
    List<KindSummary> kinds = new ArrayList<>();
    counts.forEach((kind, count) -> {
      KindState state = revision.kinds().getOrDefault(kind, revision.others());
      kinds.add(KindSummary.of(kind, state, count).apart(revision.knownApart(kind)));
    });
    return kinds;
  }

  @Override
  public int nodeCount() {
    return order.length;
  }

  @Override
  public int edgeCount() {
    return edges;
  }

  @Override
  public Stream<Node> nodes() {
    return IntStream.of(order).mapToObj(this::node);
  }

  private Node node(int handle) {
    Node node = onDemand.shown(handle);
    if (node == null) {
      throw new IllegalStateException("handle " + handle + " is free");
    }
    return node;
  }

  @Override
  public Stream<Edge> edges() {
    return IntStream.of(order).boxed().flatMap(this::edgesFrom);
  }

  /// The order of edge ids: source, relation, target. Relations are numbered by name.
  private Stream<Edge> edgesFrom(int source) {
    List<Long> links = new ArrayList<>();
    forEachEdge(source, links::add);
    links.sort(
        Comparator.comparingInt((Long link) -> Link.relation(link))
            .thenComparingInt(link -> positions[Link.target(link)]));
    return links.stream().map(link -> edge(source, Link.target(link), Link.relation(link)));
  }

  private Edge edge(int source, int target, int relation) {
    return onDemand.answers(relation)
        ? onDemand.edge(source, target, relation)
        : tables.edge(source, target, relation);
  }

  @Override
  public Network network() {
    BitSet nodes = new BitSet(tables.limit());
    for (int handle : order) {
      if (handle < tables.limit()) {
        nodes.set(handle);
      }
    }
    return new SelectedNetwork(revision.network(viewer), nodes, relations);
  }
}
