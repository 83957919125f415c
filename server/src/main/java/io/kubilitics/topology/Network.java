package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
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

  /// The whole edge, which must be one that a visitor was told of.
  Edge edge(int source, int relation, int target);

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
