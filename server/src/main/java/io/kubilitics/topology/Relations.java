package io.kubilitics.topology;

import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationTypes;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The relations of a catalogue by number, in the order of their names.
final class Relations {
  private static final int MOST_SEEN = 4 * Link.MOST_RELATIONS;

  private final List<RelationType> types;
  private final Map<Relation, Integer> numbers = new HashMap<>();

  /// The same for the very values that facts were made with: looked up for every fact, twice.
  /// Replaced as a whole by whoever adds one; an addition that gets lost is made again.
  private volatile Map<Relation, Integer> seen = Map.of();

  Relations(RelationTypes relationTypes) {
    types = List.copyOf(relationTypes.all());
    if (types.size() > Link.MOST_RELATIONS) {
      throw new IllegalArgumentException(
          "a catalogue may define at most " + Link.MOST_RELATIONS + " relations");
    }
    for (int number = 0; number < types.size(); number++) {
      numbers.put(types.get(number).relation(), number);
    }
  }

  boolean knows(Relation relation) {
    return find(relation) != null;
  }

  private @Nullable Integer find(Relation relation) {
    Integer known = seen.get(relation);
    if (known != null) {
      return known;
    }
    Integer number = numbers.get(relation);
    if (number != null && seen.size() < MOST_SEEN) {
      Map<Relation, Integer> more = new IdentityHashMap<>(seen);
      more.put(relation, number);
      seen = more;
    }
    return number;
  }

  int number(Relation relation) {
    Integer number = find(relation);
    if (number == null) {
      throw new IllegalArgumentException("no catalogue file defines relation '" + relation + "'");
    }
    return number;
  }

  RelationType type(int number) {
    return types.get(number);
  }

  int size() {
    return types.size();
  }
}
