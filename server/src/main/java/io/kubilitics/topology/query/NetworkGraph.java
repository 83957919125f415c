package io.kubilitics.topology.query;

import io.kubilitics.topology.Network;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/// A network through JGraphT's eyes: vertices are handles, edges are made when they are asked for.
/// A view, which holds nothing but which relations and nodes are in; it cannot be changed.
final class NetworkGraph extends AbstractGraph<Integer, NetworkGraph.Arc> {
  /// One edge, by the handles of its ends and the number of its relation.
  record Arc(int source, int relation, int target) {}

  private final Network network;
  private final Predicate<Arc> wanted;
  private final BitSet vertices;
  private final boolean directed;
  private final ToDoubleFunction<Arc> weights;

  /// @param wanted which edges between them are in
  /// @param vertices the handles that are in
  /// @param directed whether edges can be followed from source to target only
  NetworkGraph(
      Network network,
      BitSet vertices,
      Predicate<Arc> wanted,
      boolean directed,
      ToDoubleFunction<Arc> weights) {
    this.network = network;
    this.wanted = wanted;
    this.vertices = vertices;
    this.directed = directed;
    this.weights = weights;
  }

  @Override
  public Set<Arc> outgoingEdgesOf(Integer vertex) {
    return directed ? edges(vertex, true, false) : edgesOf(vertex);
  }

  @Override
  public Set<Arc> incomingEdgesOf(Integer vertex) {
    return directed ? edges(vertex, false, true) : edgesOf(vertex);
  }

  @Override
  public Set<Arc> edgesOf(Integer vertex) {
    return edges(vertex, true, true);
  }

  private Set<Arc> edges(int vertex, boolean out, boolean in) {
    if (!containsVertex(vertex)) {
      throw new IllegalArgumentException("no vertex " + vertex);
    }
    Set<Arc> arcs = new LinkedHashSet<>();
    if (out) {
      network.forEachOut(vertex, (relation, other) -> add(arcs, vertex, relation, other));
    }
    if (in) {
      network.forEachIn(vertex, (relation, other) -> add(arcs, other, relation, vertex));
    }
    return arcs;
  }

  private void add(Set<Arc> arcs, int source, int relation, int target) {
    Arc arc = new Arc(source, relation, target);
    if (vertices.get(source) && vertices.get(target) && wanted.test(arc)) {
      arcs.add(arc);
    }
  }

  @Override
  public Set<Arc> getAllEdges(Integer source, Integer target) {
    Set<Arc> arcs = new LinkedHashSet<>();
    for (Arc arc : outgoingEdgesOf(source)) {
      if (arc.target() == target || (!directed && arc.source() == target)) {
        arcs.add(arc);
      }
    }
    return arcs;
  }

  @Override
  public @Nullable Arc getEdge(Integer source, Integer target) {
    return getAllEdges(source, target).stream().findFirst().orElse(null);
  }

  @Override
  public boolean containsEdge(Arc arc) {
    return containsVertex(arc.source()) && edges(arc.source(), true, false).contains(arc);
  }

  @Override
  public boolean containsVertex(Integer vertex) {
    return vertex >= 0 && vertices.get(vertex);
  }

  @Override
  public int degreeOf(Integer vertex) {
    return edgesOf(vertex).stream().mapToInt(arc -> arc.source() == arc.target() ? 2 : 1).sum();
  }

  @Override
  public int inDegreeOf(Integer vertex) {
    return directed ? incomingEdgesOf(vertex).size() : degreeOf(vertex);
  }

  @Override
  public int outDegreeOf(Integer vertex) {
    return directed ? outgoingEdgesOf(vertex).size() : degreeOf(vertex);
  }

  @Override
  public Set<Integer> vertexSet() {
    return new Vertices(vertices);
  }

  @Override
  public Set<Arc> edgeSet() {
    List<Arc> arcs = new ArrayList<>();
    vertices.stream().forEach(vertex -> arcs.addAll(edges(vertex, true, false)));
    return new LinkedHashSet<>(arcs);
  }

  @Override
  public Integer getEdgeSource(Arc arc) {
    return arc.source();
  }

  @Override
  public Integer getEdgeTarget(Arc arc) {
    return arc.target();
  }

  @Override
  public double getEdgeWeight(Arc arc) {
    return weights.applyAsDouble(arc);
  }

  @Override
  public GraphType getType() {
    DefaultGraphType.Builder type = new DefaultGraphType.Builder();
    return (directed ? type.directed() : type.undirected())
        .weighted(true)
        .allowMultipleEdges(true)
        .allowSelfLoops(true)
        .modifiable(false)
        .build();
  }

  @Override
  public @Nullable Supplier<Integer> getVertexSupplier() {
    return null;
  }

  @Override
  public @Nullable Supplier<Arc> getEdgeSupplier() {
    return null;
  }

  @Override
  public Integer addVertex() {
    throw unchangeable();
  }

  @Override
  public boolean addVertex(Integer vertex) {
    throw unchangeable();
  }

  @Override
  public Arc addEdge(Integer source, Integer target) {
    throw unchangeable();
  }

  @Override
  public boolean addEdge(Integer source, Integer target, Arc arc) {
    throw unchangeable();
  }

  @Override
  public Arc removeEdge(Integer source, Integer target) {
    throw unchangeable();
  }

  @Override
  public boolean removeEdge(Arc arc) {
    throw unchangeable();
  }

  @Override
  public boolean removeVertex(Integer vertex) {
    throw unchangeable();
  }

  @Override
  public void setEdgeWeight(Arc arc, double weight) {
    throw unchangeable();
  }

  private static UnsupportedOperationException unchangeable() {
    return new UnsupportedOperationException("a snapshot does not change");
  }

  /// Handles as a set, in their order.
  private static final class Vertices extends AbstractSet<Integer> {
    private final BitSet handles;

    Vertices(BitSet handles) {
      this.handles = handles;
    }

    @Override
    public Iterator<Integer> iterator() {
      return handles.stream().iterator();
    }

    @Override
    public int size() {
      return handles.cardinality();
    }

    @Override
    public boolean contains(Object vertex) {
      return vertex instanceof Integer handle && handle >= 0 && handles.get(handle);
    }
  }

  /// The handles of all nodes of a network.
  static BitSet all(Network network) {
    BitSet all = new BitSet(network.limit());
    IntStream.range(0, network.limit())
        .filter(handle -> network.node(handle) != null)
        .forEach(all::set);
    return all;
  }

  /// The edges that are shown without being asked for.
  static Predicate<Arc> shown(Network network) {
    return arc -> !network.relation(arc.relation()).hidden();
  }
}
