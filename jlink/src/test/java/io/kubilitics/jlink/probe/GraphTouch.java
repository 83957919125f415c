package io.kubilitics.jlink.probe;

import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/// Components of a small graph.
final class GraphTouch implements Touch {
  @Override
  public String run() {
    DefaultDirectedGraph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    graph.addVertex("service");
    graph.addVertex("pod");
    graph.addVertex("secret");
    graph.addEdge("service", "pod");
    int components = new ConnectivityInspector<>(graph).connectedSets().size();
    Touch.require(components == 2, components + " components");
    return components + " components";
  }
}
