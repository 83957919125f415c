package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The nodes and edges of one revision under int handles, as far as one viewer may see them: what
/// queries walk along without a copy. Immutable; used by any thread. Handles mean nothing in
/// another revision, and their order nothing at all.
public interface Network {
  int NOBODY = -1;

  /// All handles are below this; some of them are free.
  int limit();

  /// The handle of a node, or [#NOBODY].
  int find(ResourceId id);

  /// The node, or null when the handle is free or its node is not for this viewer.
  @Nullable Node node(int handle);

  /// Every edge from a node, one call each, ordered by target and relation.
  void forEachOut(int source, Visitor visitor);

  /// Every edge to a node, one call each, ordered by source and relation.
  void forEachIn(int target, Visitor visitor);

  /// How many relations there are; they are numbered from 0 in the order of their names.
  int relations();

  RelationType relation(int number);

  /// The worst state of an edge, without the rest of it.
  EdgeState state(int source, int relation, int target);

  /// Whether every piece of evidence of an edge is a guess, without the rest of it.
  boolean inferred(int source, int relation, int target);

  /// The whole edge, which must be one that a visitor was told of.
  Edge edge(int source, int relation, int target);

  /// The same with some of its nodes only.
  ///
  /// @param handles of the nodes; nobody may change them any more
  default Network only(BitSet handles) {
    BitSet all = new BitSet();
    all.set(0, relations());
    return new SelectedNetwork(this, handles, all);
  }

  /// The same with the edges of these relations only.
  default Network onlyEdges(Set<Relation> relations) {
    BitSet shown = new BitSet();
    for (int number = 0; number < relations(); number++) {
      shown.set(number, relations.contains(relation(number).relation()));
    }
    BitSet everybody = new BitSet();
    everybody.set(0, limit());
    return new SelectedNetwork(this, everybody, shown);
  }

  /// Is told of edges.
  @FunctionalInterface
  interface Visitor {
    /// Called once for each edge.
    ///
    /// @param relation its number
    /// @param other the node at the far end
    void edge(int relation, int other);
  }
}
