package io.kubilitics.layout.street;

import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.layout.drawing.Verbs;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.ResourceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What pills say.
final class PillText {
  private static final int KINDS_NAMED = 2;
  private static final int RELATIONS_NAMED = 3;

  private PillText() {}

  /// `runs on 3 Nodes`, `used by 3,000 Pods, 2 Deployments and 4 others`; the name where there is
  /// but one.
  static String of(Strand strand, Collection<ResourceId> others) {
    String words = Phrases.of(strand.relation(), strand.out()) + " ";
    if (others.size() == 1) {
      ResourceId other = others.iterator().next();
      return words + other.kind().name() + " " + other.name();
    }
    SortedMap<String, Integer> counts = new TreeMap<>();
    others.forEach(other -> counts.merge(other.kind().name(), 1, Integer::sum));
    List<Map.Entry<String, Integer>> kinds =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    String named =
        kinds.stream()
            .limit(KINDS_NAMED)
            .map(kind -> KindWords.counted(kind.getValue(), kind.getKey()))
            .collect(Collectors.joining(", "));
    int rest = kinds.stream().skip(KINDS_NAMED).mapToInt(Map.Entry::getValue).sum();
    return words + named + (rest == 0 ? "" : " and " + KindWords.counted(rest, "other"));
  }

  /// `calls · inferred from env`, `uses · missing`; only the relations where nothing is to be said
  /// of the state.
  ///
  /// @param edges those of one line, at least one
  static String of(List<Edge> edges) {
    String relations =
        edges.stream()
            .map(Edge::relation)
            .distinct()
            .sorted()
            .limit(RELATIONS_NAMED)
            .map(Verbs::of)
            .distinct()
            .collect(Collectors.joining(", "));
    return relations + state(edges);
  }

  private static String state(List<Edge> edges) {
    EdgeState worst = edges.stream().map(Edge::state).reduce(EdgeState.RESOLVED, EdgeState::worse);
    if (worst != EdgeState.RESOLVED) {
      return " · " + worst.text();
    }
    if (!edges.stream().allMatch(Edge::inferred)) {
      return "";
    }
    String field = field(edges.getFirst().evidence().getFirst().evidence());
    return " · inferred" + (field.isEmpty() ? "" : " from " + field);
  }

  /// The word of a field's path that says most: `env` of `spec.containers[0].env[2].value`,
  /// `app.yaml` of `data["app.yaml"]`.
  private static String field(Evidence evidence) {
    String path = evidence.path();
    if (path.endsWith("\"]")) {
      int quote = path.lastIndexOf("[\"");
      return quote < 0 ? "" : path.substring(quote + 2, path.length() - 2);
    }
    String named = path.endsWith(".value") ? path.substring(0, path.lastIndexOf('.')) : path;
    String word = named.substring(named.lastIndexOf('.') + 1);
    int bracket = word.indexOf('[');
    return bracket < 0 ? word : word.substring(0, bracket);
  }
}
