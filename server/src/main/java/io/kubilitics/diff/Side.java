package io.kubilitics.diff;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Topology;
import java.util.Optional;
import java.util.function.Function;

/// One of two states.
///
/// @param bodies reads the body of an object; may block and may throw a `ProblemException`
/// @param world whether there may be more than is known
public record Side(
    Topology topology,
    Function<ResourceId, Optional<Body>> bodies,
    Catalogue catalogue,
    WorldMode world) {
  /// Whether an object that is not there is none: whether nobody could have overlooked it.
  boolean knows(ResourceId id) {
    return topology.knows(id.kind());
  }
}
