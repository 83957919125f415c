package io.kubilitics.session.map;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// What was asked for in words, as a command line has it, in a fixed order.
public final class FilterWords {
  private FilterWords() {}

  public static List<String> of(TopologyQuery query) {
    List<String> words = new ArrayList<>();
    add(words, "-n", query.namespaces(), Function.identity());
    add(words, "--kind", query.kinds(), Kind::toString);
    add(words, "--relation", query.relations(), Relation::name);
    if (!query.labels().requirements().isEmpty()) {
      words.add("-l " + query.labels());
    }
    add(words, "--health", query.health(), Health.Status::text);
    query.focus().ifPresent(focus -> add(words, focus));
    return List.copyOf(words);
  }

  private static <T> void add(
      List<String> words, String option, Collection<T> values, Function<T, String> text) {
    if (!values.isEmpty()) {
      words.add(option + " " + String.join(",", values.stream().map(text).sorted().toList()));
    }
  }

  private static void add(List<String> words, Focus focus) {
    words.add("--focus " + focus.id());
    words.add("--hops " + focus.hops());
    if (focus.direction() != Focus.Direction.BOTH) {
      words.add("--direction " + focus.direction().text());
    }
  }
}
