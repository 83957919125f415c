package io.kubilitics.topology;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.store.LabelIndex;
import io.kubilitics.store.LongMap;
import io.kubilitics.store.SortedLongs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The selecting facts by one label pair of their selector, so that an object finds the few that
/// may mean it. The same pairs decide which labels are indexed.
final class Selectors {
  /// Stands for a scope of more than one namespace; no namespace can be called so.
  private static final String SEVERAL = "\0";

  private final LabelIndex index;
  private final LongMap<SortedLongs> facts = new LongMap<>();

  Selectors(LabelIndex index) {
    this.index = index;
  }

  void add(long ref, Fact.Selects selects) {
    for (long place : places(selects)) {
      SortedLongs there = facts.get(place);
      facts.put(place, there == null ? SortedLongs.of(ref) : there.with(ref));
    }
  }

  void remove(long ref, Fact.Selects selects) {
    for (long place : places(selects)) {
      SortedLongs there = facts.get(place);
      SortedLongs rest = there == null ? SortedLongs.EMPTY : there.without(ref);
      if (rest.isEmpty()) {
        facts.remove(place);
      } else {
        facts.put(place, rest);
      }
    }
  }

  /// Calls with every fact that may select a bearer in a namespace; some more than once.
  void forEach(Bearer bearer, String namespace, LongConsumer action) {
    Kind kind = bearer.kind();
    if (!index.covers(kind)) {
      return;
    }
    at(LabelIndex.place(kind, namespace, LabelIndex.ANY, ""), action);
    at(LabelIndex.place(kind, SEVERAL, LabelIndex.ANY, ""), action);
    Labels labels = bearer.labels();
    for (int at = 0; at < labels.size(); at++) {
      if (index.covers(kind, labels.key(at))) {
        at(LabelIndex.place(kind, namespace, labels.key(at), labels.value(at)), action);
        at(LabelIndex.place(kind, SEVERAL, labels.key(at), labels.value(at)), action);
      }
    }
  }

  private void at(long place, LongConsumer action) {
    SortedLongs there = facts.get(place);
    if (there != null) {
      there.forEach(action);
    }
  }

  private List<Long> places(Fact.Selects selects) {
    String where =
        selects.scope() instanceof NamespaceScope.In(String namespace) ? namespace : SEVERAL;
    LabelSelector.Requirement anchor = anchor(selects);
    if (anchor == null) {
      return List.of(LabelIndex.place(selects.kind(), where, LabelIndex.ANY, ""));
    }
    List<Long> places = new ArrayList<>(anchor.values().size());
    for (String value : anchor.values()) {
      places.add(LabelIndex.place(selects.kind(), where, anchor.key(), value));
    }
    return places;
  }

  /// The requirement under which the fact and its candidates are indexed, or null for none.
  LabelSelector.@Nullable Requirement anchor(Fact.Selects selects) {
    LabelSelector.Requirement anchor = selects.selector().anchor();
    return anchor != null && index.covers(selects.kind(), anchor.key()) ? anchor : null;
  }
}
