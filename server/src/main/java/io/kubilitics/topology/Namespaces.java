package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.store.SortedLongs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The labels of every namespace, and the selectors over them that facts use, each once. Both sides
/// are found through one label pair, so that ten thousand policies that name a namespace each cost
/// ten thousand steps and not a hundred million.
///
/// A namespace of which only objects are known has the one label that every namespace has.
final class Namespaces {
  static final Kind KIND = Kind.core("Namespace");

  private record Pair(String key, String value) {}

  /// One selector and the facts whose scope it is.
  private static final class Scope {
    private final LabelSelector selector;
    private SortedLongs facts = SortedLongs.EMPTY;

    private Scope(LabelSelector selector) {
      this.selector = selector;
    }
  }

  /// How much is known to be in each namespace, the Namespace object included.
  private final Map<String, Integer> members = new HashMap<>();

  private final Map<String, Labels> labels = new TreeMap<>();
  private final Map<Pair, Set<String>> byPair = new HashMap<>();
  private final Map<LabelSelector, Scope> scopes = new HashMap<>();
  private final Map<Pair, List<Scope>> scopesByPair = new HashMap<>();
  private final List<Scope> unanchored = new ArrayList<>();

  /// What is assumed of a namespace whose object nobody has seen.
  static Labels assumed(String namespace) {
    return Labels.of(NamespaceScope.NAME_LABEL, namespace);
  }

  /// Whether anything is known to be in it, or the Namespace itself.
  boolean knows(String namespace) {
    return members.containsKey(namespace);
  }

  /// Tells of an object in a namespace, or of the Namespace itself.
  void enter(String namespace) {
    if (!namespace.isEmpty() && members.merge(namespace, 1, Integer::sum) == 1) {
      relabel(namespace, null, assumed(namespace));
    }
  }

  /// Tells that what [#enter] told of is gone; with the last of it the namespace is forgotten.
  void leave(String namespace) {
    if (!namespace.isEmpty() && members.merge(namespace, -1, Integer::sum) == 0) {
      members.remove(namespace);
      relabel(namespace, labels.get(namespace), null);
    }
  }

  /// Sets what the Namespace object says, or with the assumed labels, that it is gone.
  ///
  /// @return the facts whose scope this namespace has entered or left
  SortedLongs put(String namespace, Labels now) {
    Labels before = labels.get(namespace);
    Labels after = now.withDefault(NamespaceScope.NAME_LABEL, namespace);
    if (after.equals(before)) {
      return SortedLongs.EMPTY;
    }
    relabel(namespace, before, after);
    SortedLongs[] flipped = {SortedLongs.EMPTY};
    for (Scope scope : scopesNear(before, after)) {
      boolean was = before != null && scope.selector.matches(before);
      if (was != scope.selector.matches(after)) {
        scope.facts.forEach(ref -> flipped[0] = flipped[0].with(ref));
      }
    }
    return flipped[0];
  }

  private void relabel(String namespace, @Nullable Labels before, @Nullable Labels after) {
    if (before != null) {
      before.forEach((key, value) -> {
        Pair pair = new Pair(key, value);
        Set<String> names = byPair.get(pair);
        if (names != null && names.remove(namespace) && names.isEmpty()) {
          byPair.remove(pair);
        }
      });
    }
    if (after == null) {
      labels.remove(namespace);
      return;
    }
    after.forEach((key, value) ->
        byPair.computeIfAbsent(new Pair(key, value), _ -> new TreeSet<>()).add(namespace));
    labels.put(namespace, after);
  }

  private Collection<Scope> scopesNear(@Nullable Labels before, Labels after) {
    Set<Scope> near = new java.util.LinkedHashSet<>(unanchored);
    for (Labels side : before == null ? List.of(after) : List.of(before, after)) {
      side.forEach((key, value) -> near.addAll(anchoredAt(new Pair(key, value))));
    }
    return near;
  }

  private List<Scope> anchoredAt(Pair pair) {
    return scopesByPair.getOrDefault(pair, List.of());
  }

  /// Registers a fact whose scope is a selector over namespaces; others are none of this class's
  /// business.
  void register(NamespaceScope scope, long ref) {
    if (scope instanceof NamespaceScope.Matching(LabelSelector selector)) {
      Scope known = scopes.get(selector);
      if (known == null) {
        known = new Scope(selector);
        scopes.put(selector, known);
        List<Pair> pairs = pairs(selector);
        for (Pair pair : pairs) {
          scopesByPair.computeIfAbsent(pair, _ -> new ArrayList<>()).add(known);
        }
        if (pairs.isEmpty()) {
          unanchored.add(known);
        }
      }
      known.facts = known.facts.with(ref);
    }
  }

  void unregister(NamespaceScope scope, long ref) {
    if (scope instanceof NamespaceScope.Matching(LabelSelector selector)) {
      Scope known = scopes.get(selector);
      if (known == null) {
        return;
      }
      known.facts = known.facts.without(ref);
      if (known.facts.isEmpty()) {
        scopes.remove(selector);
        for (Pair pair : pairs(selector)) {
          List<Scope> there = scopesByPair.get(pair);
          if (there != null && there.remove(known) && there.isEmpty()) {
            scopesByPair.remove(pair);
          }
        }
        unanchored.remove(known);
      }
    }
  }

  /// The label pairs under which a selector is found; none when every namespace must be tested.
  private static List<Pair> pairs(LabelSelector selector) {
    LabelSelector.Requirement anchor = selector.anchor();
    return anchor == null
        ? List.of()
        : anchor.values().stream().map(value -> new Pair(anchor.key(), value)).toList();
  }

  boolean contains(NamespaceScope scope, String namespace) {
    return switch (scope) {
      case NamespaceScope.In(String only) -> only.equals(namespace);
      case NamespaceScope.Everywhere() -> true;
      case NamespaceScope.Matching(LabelSelector selector) -> {
        Labels known = labels.get(namespace);
        yield known != null && selector.matches(known);
      }
    };
  }

  /// The known namespaces of a scope, ordered by name; `""` only where the scope says so.
  Collection<String> in(NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.In(String only) -> List.of(only);
      case NamespaceScope.Everywhere() -> {
        List<String> all = new ArrayList<>(labels.keySet());
        all.addFirst("");
        yield all;
      }
      case NamespaceScope.Matching(LabelSelector selector) -> matching(selector);
    };
  }

  private Collection<String> matching(LabelSelector selector) {
    LabelSelector.Requirement anchor = selector.anchor();
    Set<String> candidates = labels.keySet();
    if (anchor != null) {
      candidates = new TreeSet<>();
      for (String value : anchor.values()) {
        candidates.addAll(byPair.getOrDefault(new Pair(anchor.key(), value), Set.of()));
      }
    }
    List<String> found = new ArrayList<>();
    for (String candidate : candidates) {
      Labels known = labels.get(candidate);
      if (known != null && selector.matches(known)) {
        found.add(candidate);
      }
    }
    return found;
  }
}
