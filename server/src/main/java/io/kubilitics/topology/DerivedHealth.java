package io.kubilitics.topology;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import java.util.Set;

/// Says how the objects of some kinds are by what is next to them: one hop, no more. Pure and
/// stateless; called by the engine whenever the object, one of these edges or a node at their other
/// end has changed. For one kind there is one rule.
public interface DerivedHealth {
  Set<Kind> kinds();

  /// The relations it looks along, from either end.
  Set<Relation> along();

  /// From 1. A rule sees what rules of lower levels found for its neighbours, and of all others
  /// what they say of themselves, so that no two can wait for each other.
  default int level() {
    return 1;
  }

  /// The health of the object; what it says of itself ([Surroundings#own]) when its surroundings
  /// tell nothing better. What the result says of later does not count: the rule is asked again for
  /// the instants at which what it has looked at changes.
  Health of(Surroundings object);
}
