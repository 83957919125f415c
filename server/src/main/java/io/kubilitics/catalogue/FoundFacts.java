package io.kubilitics.catalogue;

import io.kubilitics.catalogue.rule.Rule;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The facts of one object as its rules find them, without those that nothing could be made of.
/// Used by one thread, forgotten with the object.
final class FoundFacts implements Consumer<Fact> {
  private final RelationTypes relations;
  private final SharedValues shared;
  private final List<Fact> facts = new ArrayList<>();
  private final Set<Relation> unknown = new TreeSet<>();
  private boolean isFull;

  FoundFacts(RelationTypes relations, SharedValues shared) {
    this.relations = relations;
    this.shared = shared;
  }

  @Override
  public void accept(Fact fact) {
    if (fact instanceof Fact.Related related && !relations.contains(related.relation())) {
      unknown.add(related.relation());
      return;
    }
    if (facts.size() == Rule.MOST_FACTS) {
      isFull = true;
      return;
    }
    facts.add(shared.fact(AssumedObjects.withoutGhost(fact)));
  }

  int size() {
    return facts.size();
  }

  /// Takes back what came after the first so many.
  void cutTo(int size) {
    facts.subList(size, facts.size()).clear();
  }

  /// In the order in which they were found.
  List<Fact> facts() {
    return facts;
  }

  /// What is left out and why, one sentence each.
  List<String> leftOut() {
    List<String> reasons = new ArrayList<>();
    for (Relation relation : unknown) {
      reasons.add(
          "facts of the relation '" + relation + "' are left out: no catalogue file defines it");
    }
    if (isFull) {
      reasons.add("it has more than " + Rule.MOST_FACTS + " facts; the rest is left out");
    }
    return reasons;
  }
}
