package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.model.Relation;

/// A rule as a catalogue file says it.
public sealed interface DeclaredRule extends Rule permits NamesRule, SelectsRule, ReachesRule {
  Relation relation();

  /// The same rule for an object that has the fields it reads below this path: a rule for Pods in a
  /// pod template.
  DeclaredRule below(FieldPath prefix);
}
