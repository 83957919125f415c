package io.kubilitics.api;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Focus.Direction;
import io.kubilitics.topology.TopologyQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  static TopologyQuery filters(QueryText query, Catalogue words, Optional<Focus> focus) {
    List<Requirement> labels =
        query.all("labelSelector", LabelSelector::parse).stream()
            .flatMap(selector -> selector.requirements().stream())
            .toList();
    return new TopologyQuery(
        new LinkedHashSet<>(query.all("namespace", TopologyText::namespace)),
        new LinkedHashSet<>(query.all("kind", word -> kind(word, words))),
        new LinkedHashSet<>(query.all("relation", word -> relation(word, words))),
        new LabelSelector(labels),
        new LinkedHashSet<>(query.all("health", TopologyText::health)),
        focus);
  }

  static Focus focus(QueryText query, ResourceId id) {
    Direction direction = query.one("direction", TopologyText::direction).orElse(Direction.BOTH);
    return new Focus(id, query.number("hops", 0, Focus.MOST_HOPS, Focus.DEFAULT_HOPS), direction);
  }

  /// The kind that a caller means: `pods`, `po`, `Pod` or `deployments.apps`. A kind that the
  /// catalogue does not know can be named in full, as in `Shop.example.com`.
  static Kind kind(String word, Catalogue words) {
    Optional<Kind> known = words.kind(word);
    if (known.isPresent()) {
      return known.get();
    }
    if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
      throw new IllegalArgumentException("'" + word + "' is no kind that is known here");
    }
    return Kind.parse(word);
  }

  private static Relation relation(String word, Catalogue words) {
    Relation relation = new Relation(word);
    if (!words.relations().contains(relation)) {
      throw new IllegalArgumentException("'" + word + "' is no relation that is known here");
    }
    return relation;
  }

  private static String namespace(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("is empty; leave it out to get all namespaces");
    }
    return text;
  }

  private static Health.Status health(String text) {
    return QueryText.choice(text, List.of(Health.Status.values()), Health.Status::text);
  }

  private static Direction direction(String text) {
    return QueryText.choice(
        text, List.of(Direction.values()), direction -> direction.name().toLowerCase(Locale.ROOT));
  }
}
