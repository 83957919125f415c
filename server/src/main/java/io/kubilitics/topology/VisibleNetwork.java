package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.store.IdIndex;
import org.jspecify.annotations.Nullable;

/// The tables of a revision through the eyes of one viewer.
record VisibleNetwork(GraphTables tables, Viewer viewer) implements Network {
  @Override
  public int limit() {
    return tables.limit();
  }

  @Override
  public int find(ResourceId id) {
    int handle = tables.find(id);
    return handle == IdIndex.NOT_FOUND || node(handle) == null ? NOBODY : handle;
  }

  @Override
  public @Nullable Node node(int handle) {
    Node node = tables.shown(handle);
    return node == null || !viewer.maySee(node.id().kind(), node.id().namespace()) ? null : node;
  }

  @Override
  public void forEachOut(int source, Visitor visitor) {
    if (node(source) != null) {
      tables.forEachEdge(source, link -> tell(link, visitor));
    }
  }

  @Override
  public void forEachIn(int target, Visitor visitor) {
    if (node(target) != null) {
      tables.in(target).forEach(entry -> tell(entry, visitor));
    }
  }

  /// Whoever has an edge is there: only viewers who may not see everything need to be asked about.
  private void tell(long link, Visitor visitor) {
    if (viewer.equals(Viewer.EVERYTHING) || node(Link.target(link)) != null) {
      visitor.edge(Link.relation(link), Link.target(link));
    }
  }

  @Override
  public int relations() {
    return tables.relations().size();
  }

  @Override
  public RelationType relation(int number) {
    return tables.relations().type(number);
  }

  @Override
  public EdgeState state(int source, int relation, int target) {
    EdgeState[] worst = {EdgeState.RESOLVED};
    tables
        .out(source)
        .forEach(
            Link.firstOfEdge(target, relation),
            Link.afterEdge(target, relation),
            link -> worst[0] = worst[0].worse(Link.state(link)));
    return worst[0];
  }

  @Override
  public boolean inferred(int source, int relation, int target) {
    boolean[] all = {true};
    tables
        .out(source)
        .forEach(
            Link.firstOfEdge(target, relation),
            Link.afterEdge(target, relation),
            link -> all[0] &= Link.inferred(link));
    return all[0];
  }

  @Override
  public Edge edge(int source, int relation, int target) {
    return tables.edge(source, target, relation);
  }
}
