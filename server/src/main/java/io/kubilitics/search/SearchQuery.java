package io.kubilitics.search;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Health;
import io.kubilitics.model.Labels;
import io.kubilitics.topology.Node;
import java.util.List;

/// What somebody looks for: every clause must hold.
public final class SearchQuery {
  /// The rank of an object for which not all clauses hold.
  public static final int NO = -1;

  private static final int EXACT = 0;
  private static final int PREFIX = 1;
  private static final int WORD = 2;
  private static final int PART = 3;
  private static final int LABEL = 4;
  private static final int FIELD = 5;

  private final List<Clause> clauses;

  SearchQuery(List<Clause> clauses) {
    this.clauses = List.copyOf(clauses);
  }

  /// Reads the language of docs/search.md.
  ///
  /// @param words of the cluster that is searched
  /// @throws IllegalArgumentException with a sentence for the reader, which says where
  public static SearchQuery parse(String text, Catalogue words) {
    return new SearchQuery(new SearchText(text, words).clauses());
  }

  /// How well a node fits, 0 at best: the sum over all clauses of how near to the name the text was
  /// found; [#NO] when it does not fit.
  public int rank(Node node) {
    int sum = 0;
    for (Clause clause : clauses) {
      int rank = rank(clause, node);
      if (rank == NO) {
        return NO;
      }
      sum += rank;
    }
    return sum;
  }

  private static int rank(Clause clause, Node node) {
    return switch (clause) {
      case Clause.Anywhere anywhere -> anywhere(anywhere, node);
      case Clause.Named named ->
          named.kind().isPresent() && !named.kind().get().equals(node.id().kind())
              ? NO
              : inName(named.text(), node.id().name());
      case Clause.OfKind(var kind) -> holds(node.id().kind().equals(kind));
      case Clause.InNamespace(String namespace) -> holds(node.id().namespace().equals(namespace));
      case Clause.Labelled(var labels) ->
          holds(
              node instanceof Node.Present present && labels.matches(present.resource().labels()));
      case Clause.InHealth(var statuses) ->
          holds(
              node instanceof Node.Present present && statuses.contains(present.health().status()));
      case Clause.InField(String name, Needle text) -> holds(isInField(name, text, node));
      case Clause.Not(Clause not) -> holds(rank(not, node) == NO);
    };
  }

  private static int holds(boolean condition) {
    return condition ? EXACT : NO;
  }

  private static int anywhere(Clause.Anywhere anywhere, Node node) {
    Needle text = anywhere.text();
    int rank = inName(text, node.id().name());
    if (rank != NO) {
      return rank;
    }
    if (text.is(node.id().namespace())
        || anywhere.kind().filter(node.id().kind()::equals).isPresent()) {
      return LABEL;
    }
    if (!(node instanceof Node.Present present)) {
      return NO;
    }
    if (isInLabels(anywhere.shared(), present.resource().labels())) {
      return LABEL;
    }
    Health health = present.health();
    return anywhere.octets().areIn(present.resource().features())
            || anywhere.shared().isIn(health.reason())
            || anywhere.shared().isIn(health.message())
        ? FIELD
        : NO;
  }

  private static int inName(Needle text, String name) {
    int at = text.at(name, 0);
    if (at < 0) {
      return NO;
    }
    if (at == 0) {
      return text.text().length() == name.length() ? EXACT : PREFIX;
    }
    return text.beginsWordIn(name) ? WORD : PART;
  }

  private static boolean isInLabels(SharedTexts text, Labels labels) {
    for (int at = 0; at < labels.size(); at++) {
      if (text.isIn(labels.value(at)) || text.isIn(labels.key(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInField(String field, Needle text, Node node) {
    if (!(node instanceof Node.Present present)) {
      return false;
    }
    if (field.equals(SearchText.REASON)) {
      return text.isIn(present.health().reason()) || text.isIn(present.health().message());
    }
    for (String name : present.resource().features().names()) {
      if (SearchText.isMeant(field, name)) {
        String value = present.resource().features().get(name);
        if (value != null && text.isIn(value)) {
          return true;
        }
      }
    }
    return false;
  }
}
