package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A network of which only some nodes and relations are in.
record SelectedNetwork(Network whole, BitSet nodes, BitSet shownRelations) implements Network {
  @Override
  public int limit() {
    return whole.limit();
  }

  @Override
  public int find(ResourceId id) {
    int handle = whole.find(id);
    return handle != NOBODY && nodes.get(handle) ? handle : NOBODY;
  }

  @Override
  public @Nullable Node node(int handle) {
    return nodes.get(handle) ? whole.node(handle) : null;
  }

  @Override
  public void forEachOut(int source, Visitor visitor) {
    if (nodes.get(source)) {
      whole.forEachOut(source, chosen(visitor));
    }
  }

  @Override
  public void forEachIn(int target, Visitor visitor) {
    if (nodes.get(target)) {
      whole.forEachIn(target, chosen(visitor));
    }
  }

  private Visitor chosen(Visitor visitor) {
    return (relation, other) -> {
      if (shownRelations.get(relation) && nodes.get(other)) {
        visitor.edge(relation, other);
      }
    };
  }

  @Override
  public int relations() {
    return whole.relations();
  }

  @Override
  public RelationType relation(int number) {
    return whole.relation(number);
  }

  @Override
  public EdgeState state(int source, int relation, int target) {
    return whole.state(source, relation, target);
  }

  @Override
  public boolean inferred(int source, int relation, int target) {
    return whole.inferred(source, relation, target);
  }

  @Override
  public Edge edge(int source, int relation, int target) {
    return whole.edge(source, relation, target);
  }
}
