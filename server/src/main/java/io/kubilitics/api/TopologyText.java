package io.kubilitics.api;

import io.kubilitics.model.Health;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Focus.Direction;
import io.kubilitics.topology.TopologyQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Turns the words of a request into a query of the topology.
final class TopologyText {
  static final String ID = "id";
  static final String[] FILTERS = {"namespace", "kind", "relation", "labelSelector", "health"};
  static final String[] FOCUS = {
    "namespace", "kind", "relation", "labelSelector", "health", "hops", "direction"
  };
  static final String[] FOCUS_BY_ID = {
    "namespace", "kind", "relation", "labelSelector", "health", "hops", "direction", ID
  };

  private TopologyText() {}

  /// Several values of one filter widen it; several label selectors must all match.
  static TopologyQuery filters(QueryText query, KindWords words, Optional<Focus> focus) {
    List<Requirement> labels =
        query.all("labelSelector", LabelSelector::parse).stream()
            .flatMap(selector -> selector.requirements().stream())
            .toList();
    return new TopologyQuery(
        new LinkedHashSet<>(query.all("namespace", TopologyText::namespace)),
        new LinkedHashSet<>(query.all("kind", words::kind)),
        new LinkedHashSet<>(query.all("relation", word -> relation(word, words.relations()))),
        new LabelSelector(labels),
        new LinkedHashSet<>(query.all("health", TopologyText::health)),
        focus);
  }

  static Focus focus(QueryText query, ResourceId id) {
    Direction direction = query.one("direction", TopologyText::direction).orElse(Direction.BOTH);
    return new Focus(id, query.number("hops", 0, Focus.MOST_HOPS, Focus.DEFAULT_HOPS), direction);
  }

  private static Relation relation(String word, RelationTypes known) {
    Relation relation = new Relation(word.isEmpty() ? "-" : word);
    if (!known.contains(relation)) {
      throw new IllegalArgumentException("'" + word + "' is no relation that is known here");
    }
    return relation;
  }

  static String namespace(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("is empty; leave it out to get all namespaces");
    }
    return text;
  }

  private static Health.Status health(String text) {
    return QueryText.choice(text, List.of(Health.Status.values()), Health.Status::text);
  }

  private static Direction direction(String text) {
    return QueryText.choice(text, List.of(Direction.values()), Direction::text);
  }
}
