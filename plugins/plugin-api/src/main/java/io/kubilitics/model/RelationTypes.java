package io.kubilitics.model;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// All relations of one catalogue, ordered by name.
public final class RelationTypes {
  private final Map<Relation, RelationType> types = new TreeMap<>();

  public RelationTypes(Collection<RelationType> types) {
    for (RelationType type : types) {
      if (this.types.put(type.relation(), type) != null) {
        throw new IllegalArgumentException("relation '" + type.relation() + "' is defined twice");
      }
    }
  }

  /// The type of a relation that a rule of the same catalogue produced.
  ///
  /// @throws IllegalArgumentException when the catalogue does not define it
  public RelationType of(Relation relation) {
    RelationType type = types.get(relation);
    if (type == null) {
      throw new IllegalArgumentException("no catalogue file defines relation '" + relation + "'");
    }
    return type;
  }

  public boolean contains(Relation relation) {
    return types.containsKey(relation);
  }

  public Collection<RelationType> all() {
    return java.util.Collections.unmodifiableCollection(types.values());
  }
}
