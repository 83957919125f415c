package io.kubilitics.topology.health;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Surroundings;
import io.kubilitics.topology.Surroundings.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Service that others call and that does not answer.
///
/// @param sentence why
record DownService(ResourceId id, String sentence) {
  /// The first by id.
  static Optional<DownService> behind(Surroundings object, Relation relation) {
    return all(object, relation).stream().findFirst();
  }

  static List<DownService> all(Surroundings object, Relation relation) {
    ResourceId reader = object.resource().id();
    return object
        .out(relation)
        .filter(called -> called.node().id().kind().equals(Names.SERVICE))
        .flatMap(called -> of(called, reader))
        .sorted(Comparator.comparing(DownService::id))
        .toList();
  }

  private static Stream<DownService> of(Neighbour called, ResourceId reader) {
    ResourceId id = called.node().id();
    if (called.state() == EdgeState.MISSING) {
      return Stream.of(new DownService(id, Words.name(id, reader) + " does not exist."));
    }
    boolean isDown =
        called.node() instanceof Node.Present
            && (called.health().status() == Status.FAILED
                || called.health().status() == Status.SUSPENDED);
    return isDown
        ? Stream.of(new DownService(id, Words.of(id, called.health(), reader)))
        : Stream.empty();
  }
}
