package io.kubilitics.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A label selector as in `metav1.LabelSelector`: every requirement must hold; without requirements
/// it matches everything. Requirements and their values are kept sorted, so equal selectors are
/// equal values. An *absent* selector is no value of this type: what it means differs by field.
public record LabelSelector(List<Requirement> requirements) {
  private static final Comparator<Requirement> ORDER =
      Comparator.comparing(Requirement::key)
          .thenComparing(Requirement::operator)
          .thenComparing(requirement -> String.join("\0", requirement.values()));

  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST
  }

  /// One condition on one label. `NOT_IN` also holds where the label is not set, as in
  /// `labels.Requirement.Matches` of apimachinery.
  public record Requirement(String key, Operator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(new TreeSet<>(values));
    }

    boolean matches(Labels labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }

    @Override
    public String toString() {
      return switch (operator) {
        case IN ->
            values.size() == 1
                ? key + "=" + values.getFirst()
                : key + " in (" + String.join(",", values) + ")";
        case NOT_IN ->
            values.size() == 1
                ? key + "!=" + values.getFirst()
                : key + " notin (" + String.join(",", values) + ")";
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
      };
    }
  }

  public LabelSelector {
    requirements = requirements.stream().distinct().sorted(ORDER).toList();
  }

  /// `matchLabels`: each label must have exactly this value.
  public static LabelSelector matching(Map<String, String> labels) {
    List<Requirement> requirements = new ArrayList<>();
    labels.forEach(
        (key, value) -> requirements.add(new Requirement(key, Operator.IN, List.of(value))));
    return new LabelSelector(requirements);
  }

  public static LabelSelector matching(String key, String value) {
    return matching(Map.of(key, value));
  }

  /// Reads kubectl's syntax: `app=web,tier!=db,env in (a,b),zone notin (c),owner,!legacy`.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader
  public static LabelSelector parse(String text) {
    return SelectorText.parse(text);
  }

  public boolean matches(Labels labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  public boolean isEverything() {
    return requirements.isEmpty();
  }

  /// The requirement an index looks under: one that names values, with the fewest; null when there
  /// is none, so that every object must be tested.
  public @Nullable Requirement anchor() {
    Requirement best = null;
    for (Requirement requirement : requirements) {
      if (requirement.operator() == Operator.IN
          && (best == null || requirement.values().size() < best.values().size())) {
        best = requirement;
      }
    }
    return best;
  }

  /// kubectl's syntax; `*` for everything.
  @Override
  public String toString() {
    return requirements.isEmpty()
        ? "*"
        : requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
  }
}
