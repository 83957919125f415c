package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every node and edge of one cluster at one revision. Immutable: readers take the latest and are
/// never disturbed.
public interface Topology {
  /// Nothing, before the first revision.
  Topology EMPTY = Revision.EMPTY;

  /// Counts the revisions of this process from 1; 0 is [#EMPTY].
  long revision();

  /// How many nodes the viewer may see.
  int nodeCount(Viewer viewer);

  /// How many edges there are between them; those of hidden relations count for who may see
  /// everything.
  int edgeCount(Viewer viewer);

  /// Whether so much is known of a kind that what is not there does not exist.
  boolean knows(Kind kind);

  /// The kinds of which not everything has been read, ordered; empty when that may be any kind.
  /// What is looked at from time to time has been read, though [#knows] does not hold.
  Optional<Set<Kind>> unknownKinds();

  /// What is said of how well each kind is known: of single kinds first, ordered, then of all
  /// others.
  List<KindState> knowledge();

  /// The node of this id, when the viewer may see it.
  Optional<Node> node(ResourceId id, Viewer viewer);

  /// The same nodes and edges by handle, for queries that walk along them.
  Network network(Viewer viewer);

  /// The part a query asks for.
  ///
  /// @throws io.kubilitics.problem.ProblemException `NotFound` when the focus is not there
  Selection select(TopologyQuery query, Viewer viewer);
}
