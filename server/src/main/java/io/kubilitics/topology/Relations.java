package io.kubilitics.topology;

import io.kubilitics.model.Fact;
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
  private volatile IdentityHashMap<Relation, Integer> seen = new IdentityHashMap<>();

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
      IdentityHashMap<Relation, Integer> more = new IdentityHashMap<>(seen);
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

  boolean isOnDemand(int number) {
    return type(number).storage() == RelationType.Storage.ON_DEMAND;
  }

  /// Whether no edge is kept of a fact.
  boolean isOnDemand(Fact fact) {
    return switch (fact) {
      case Fact.Selects selects -> isOnDemand(number(selects.relation()));
      case Fact.Reaches reaches -> isOnDemand(number(reaches.relation()));
      case Fact.Places _ -> true;
      case Fact.Names _,
          Fact.OwnedBy _,
          Fact.Offers _,
          Fact.Permits _,
          Fact.Repels _,
          Fact.MeansTold _,
          Fact.Tells _ ->
          false;
    };
  }

  RelationType type(int number) {
    return types.get(number);
  }

  int size() {
    return types.size();
  }
}
