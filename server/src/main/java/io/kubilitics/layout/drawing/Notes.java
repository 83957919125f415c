package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.drawing.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a drawing does not show singly, exactly counted, one sentence each.
final class Notes {
  private static final int NAMED = 6;

  private final List<String> notes = new ArrayList<>();

  private Notes() {}

  static List<String> of(Level level, Sums sums, Gaps gaps) {
    Notes notes = new Notes();
    boolean hasCards = level == Level.DETAIL || level == Level.CARDS;
    notes.ofObjects(sums);
    if (hasCards) {
      notes.ofFolded(sums);
      notes.ofEdges(sums);
    }
    if (!gaps.ofAll().isEmpty()) {
      notes.add("Not fully known: " + gaps.ofAll() + ".");
    }
    return notes.notes;
  }

  private void ofObjects(Sums sums) {
    if (sums.hidden() > 0) {
      add(objects(sums.hidden()) + " hidden by the filter.");
    }
    if (sums.homeless() > 0) {
      add(objects(sums.homeless()) + " not placed yet.");
    }
  }

  private void ofFolded(Sums sums) {
    if (!sums.folded().isEmpty()) {
      add("Folded into the cards they belong to: " + kinds(sums.folded()) + ".");
    }
    if (!sums.missing().isEmpty()) {
      add("Missing, and no card of its own: " + kinds(sums.missing()) + ".");
    }
    if (!sums.older().isEmpty()) {
      add("Behind the last slot of their strip: " + kinds(sums.older()) + ".");
    }
  }

  private void ofEdges(Sums sums) {
    if (sums.inside() > 0) {
      add(relations(sums.inside()) + " told by what stands inside a card.");
    }
    int lineless = sums.lineless().values().stream().mapToInt(Integer::intValue).sum();
    if (lineless > 0) {
      add(
          relations(lineless)
              + " drawn for the selection only: "
              + relations(sums.lineless())
              + ".");
    }
  }

  private static String objects(int count) {
    return Figures.grouped(count) + (count == 1 ? " object is" : " objects are");
  }

  private static String relations(int count) {
    return Figures.grouped(count) + (count == 1 ? " relation is" : " relations are");
  }

  private static String kinds(Map<Kind, Integer> counts) {
    return named(
        counts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toString(),
                    entry -> KindWords.counted(entry.getValue(), entry.getKey().name()))),
        counts.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)));
  }

  private static String relations(Map<Relation, Integer> counts) {
    return named(
        counts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().name(),
                    entry -> entry.getKey().name() + " " + Figures.grouped(entry.getValue()))),
        counts.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }

  /// The most first; the rest together.
  private static String named(Map<String, String> words, Map<String, Integer> counts) {
    List<String> order =
        counts.keySet().stream()
            .sorted(
                Comparator.comparingInt((String name) -> -counts.getOrDefault(name, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> parts = new ArrayList<>();
    int rest = 0;
    for (String name : order) {
      if (parts.size() < NAMED) {
        parts.add(words.getOrDefault(name, name));
      } else {
        rest += counts.getOrDefault(name, 0);
      }
    }
    if (rest > 0) {
      parts.add(Figures.grouped(rest) + " others");
    }
    return String.join(", ", parts);
  }

  private void add(String note) {
    notes.add(note);
  }
}
