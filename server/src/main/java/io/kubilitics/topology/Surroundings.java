package io.kubilitics.topology;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import java.time.Instant;
import java.util.stream.Stream;

/// An object and what is one edge away from it, for the time of one call.
public interface Surroundings {
  Resource resource();

  /// What the object says of itself, as of [#now].
  Health own();

  /// A rule that counts from here must look at [#own], which changes at the instants that matter.
  Instant now();

  /// The ends of the object's edges of a relation the rule looks along, in no fixed order: a rule
  /// that names one of several takes the first by id.
  Stream<Neighbour> out(Relation relation);

  /// The starts of the edges of a relation that lead to the object, in no fixed order.
  Stream<Neighbour> in(Relation relation);

  /// The other end of an edge.
  ///
  /// @param health [Health#UNKNOWN] for what is no object or is not there
  /// @param state the worst of the edge's evidence
  /// @param optional whether the edge may dangle without harm
  record Neighbour(Node node, Health health, EdgeState state, boolean optional) {}
}
