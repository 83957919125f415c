package io.kubilitics.topology.health;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Surroundings;
import io.kubilitics.topology.Surroundings.Neighbour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Objects next to another one, by id.
///
/// @param health as far as the rule may see it
record Around(Resource resource, Health health, Instant now) {
  private static final Comparator<Around> BY_ID = Comparator.comparing(Around::id);

  ResourceId id() {
    return resource.id();
  }

  boolean is(Health.Status status) {
    return health.status() == status;
  }

  /// What the object itself says now.
  String ownMessage() {
    return resource.health().at(now).message();
  }

  /// A feature as a number, 0 where it is none.
  long number(String feature) {
    return number(resource, feature);
  }

  static long number(Resource resource, String feature) {
    @Nullable String text = resource.features().get(feature);
    if (text == null || text.isEmpty() || text.length() > 18) {
      return 0;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text) : 0;
  }

  static List<Around> out(Surroundings object, Relation relation) {
    return there(object.out(relation), object.now());
  }

  static List<Around> in(Surroundings object, Relation relation) {
    return there(object.in(relation), object.now());
  }

  private static List<Around> there(Stream<Neighbour> neighbours, Instant now) {
    List<Around> there = new ArrayList<>();
    neighbours.forEach(neighbour -> {
      if (neighbour.state() == EdgeState.RESOLVED
          && neighbour.node() instanceof Node.Present node) {
        there.add(new Around(node.resource(), neighbour.health(), now));
      }
    });
    there.sort(BY_ID);
    return there;
  }

  /// What the object needs and what is not there, by id.
  static List<ResourceId> missing(Surroundings object, Relation relation) {
    return object
        .out(relation)
        .filter(neighbour -> neighbour.state() == EdgeState.MISSING && !neighbour.optional())
        .map(neighbour -> neighbour.node().id())
        .sorted()
        .toList();
  }
}
