package io.kubilitics.truth;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// `docs/relations.md`: what the catalogue says of each relation, and between which kinds and from
/// which fields the truth set shows it. What no test shows is not in it.
final class RelationReference {
  /// From kind, to kind and field, the last as in a catalogue file.
  private record Row(String from, String to, String field) {}

  private final Catalogue catalogue;
  private final Map<Relation, SortedMap<String, SortedSet<String>>> rows = new TreeMap<>();

  RelationReference(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void add(Collection<Edge> edges) {
    for (Edge edge : edges) {
      for (Edge.Reading reading : edge.evidence()) {
        Row row =
            new Row(
                edge.source().kind().toString(),
                edge.target().kind().toString(),
                reading.evidence().path().replaceAll("\\[\\d+]", "[]")
                    + (reading.end() == Edge.End.TARGET ? " (in the target)" : ""));
        rows.computeIfAbsent(edge.relation(), _ -> new TreeMap<>())
            .computeIfAbsent(row.from + " → " + row.to, _ -> new TreeSet<>())
            .add(row.field);
      }
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# Relations");
    lines.add("");
    lines.add(
        """
        Every relation of the graph, what it means, what it carries, and where it is read. The verb reads
        from source to target. This page is made from the catalogue and from the tests that show each row;
        relations that plugins bring are in it as far as they come with the product. How to read the graph
        is told [on its own page](reading-the-graph.md), how to add to it [on another](add-a-kind.md).\
        """);
    for (RelationType.Category category : RelationType.Category.values()) {
      List<RelationType> types =
          catalogue.relations().all().stream().filter(type -> type.category() == category).toList();
      if (!types.isEmpty()) {
        lines.add("");
        lines.add("## " + capital(category.text()));
        types.forEach(type -> relation(type, lines));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private void relation(RelationType type, List<String> lines) {
    lines.add("");
    lines.add("### " + type.relation());
    lines.add("");
    lines.add(type.summary() + remarks(type));
    String harm = harm(type.harm());
    if (!harm.isEmpty()) {
      lines.add("");
      lines.add(harm);
    }
    SortedMap<String, SortedSet<String>> shown = rows.get(type.relation());
    if (shown == null) {
      return;
    }
    lines.add("");
    lines.add("| From → to | Read from |");
    lines.add("|---|---|");
    shown.forEach((ends, fields) -> lines.add("| " + ends + " | " + cell(fields) + " |"));
  }

  private static String cell(SortedSet<String> fields) {
    List<String> quoted =
        fields.stream().map(field -> "`" + field.replace("|", "\\|") + "`").toList();
    return String.join("<br>", quoted);
  }

  private static String remarks(RelationType type) {
    String stored =
        switch (type.storage()) {
          case EDGE -> "";
          case COUNTED ->
              " Above "
                  + RelationType.COUNTED_ABOVE
                  + " members one edge leads to a node that stands for all of them.";
          case ON_DEMAND -> " Answered when it is asked for by name; never kept.";
        };
    return stored + (type.hidden() ? " Shown only to who asks for it by name." : "");
  }

  private static String harm(Harm harm) {
    List<String> sentences = new ArrayList<>();
    add(sentences, "the source is deleted", harm.sourceDeleted(), "the target");
    add(sentences, "the source fails", harm.sourceFails(), "the target");
    add(sentences, "the target is deleted", harm.targetDeleted(), "the source");
    add(sentences, "the target fails", harm.targetFails(), "the source");
    return sentences.isEmpty()
        ? "Carries no harm."
        : "When " + String.join("; when ", sentences) + ".";
  }

  private static void add(
      List<String> sentences, String event, Harm.Outcome outcome, String sufferer) {
    String any = effect(outcome.any());
    String all = effect(outcome.all());
    if (outcome.all() == Harm.Effect.NONE) {
      return;
    }
    if (outcome.any() == outcome.all()) {
      sentences.add(event + ", " + sufferer + " " + all);
    } else if (outcome.any() == Harm.Effect.NONE) {
      sentences.add(event + " and no other is left, " + sufferer + " " + all);
    } else {
      sentences.add(event + ", " + sufferer + " " + any + ", and when no other is left, it " + all);
    }
  }

  private static String effect(Harm.Effect effect) {
    return switch (effect) {
      case NONE -> "is well";
      case DEGRADES -> "is degraded";
      case BREAKS -> "breaks";
      case DELETES -> "is deleted with it";
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
