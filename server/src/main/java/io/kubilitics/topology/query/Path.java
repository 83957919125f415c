package io.kubilitics.topology.query;

import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// One way in which two objects hang together.
///
/// @param steps in order; none from an object to itself
/// @param length the sum of what the steps weigh, see [Paths]
public record Path(List<Step> steps, int length) {
  /// One edge on the way.
  ///
  /// @param from where the way comes from, which is the edge's source or its target
  /// @param along whether the way follows the edge from its source to its target
  public record Step(ResourceId from, ResourceId to, boolean along, Edge edge) {}

  public Path {
    steps = List.copyOf(steps);
  }
}
