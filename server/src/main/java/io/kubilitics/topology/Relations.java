package io.kubilitics.topology;

import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The relations of a catalogue by number, in the order of their names.
final class Relations {
  private final List<RelationType> types;
  private final Map<Relation, Integer> numbers = new HashMap<>();

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
    return numbers.containsKey(relation);
  }

  int number(Relation relation) {
    Integer number = numbers.get(relation);
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
