package io.kubilitics.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Pod asks of the node it is placed on, as the scheduler reads it: one alternative of every
/// choice must hold, and every taint that keeps Pods away must be tolerated.
///
/// @param choices `nodeSelector`, the required node affinity
public record NodeNeeds(List<Choice> choices, List<Toleration> tolerations) {
  public NodeNeeds {
    choices = List.copyOf(choices);
    tolerations = List.copyOf(tolerations);
  }

  /// Alternatives, of which one is enough; without any no node will do.
  public record Choice(List<Term> terms) {
    public Choice {
      terms = List.copyOf(terms);
    }

    /// The first alternative that a node meets, or null.
    public @Nullable Term firstMet(String name, Labels labels) {
      for (Term term : terms) {
        if (term.isMet(name, labels)) {
          return term;
        }
      }
      return null;
    }
  }

  /// Requirements that must hold together.
  ///
  /// @param onLabels of the node
  /// @param onName of the node, which is its one field that can be asked for
  public record Term(Evidence evidence, List<Requirement> onLabels, List<Requirement> onName) {
    public Term {
      onLabels = List.copyOf(onLabels);
      onName = List.copyOf(onName);
    }

    boolean isMet(String name, Labels labels) {
      for (Requirement requirement : onName) {
        if (!requirement.holds(name)) {
          return false;
        }
      }
      for (Requirement requirement : onLabels) {
        if (!requirement.holds(labels.get(requirement.key()))) {
          return false;
        }
      }
      return true;
    }
  }

  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST,
    GT,
    LT
  }

  /// As `v1.NodeSelectorRequirement`.
  ///
  /// @param values one whole number for `GT` and `LT`
  public record Requirement(String key, Operator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    /// Whether it holds for a value; null where there is none. What is no whole number is neither
    /// greater nor less than one.
    public boolean holds(@Nullable String value) {
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
        case GT -> isNumber(value) && Long.parseLong(value) > Long.parseLong(values.getFirst());
        case LT -> isNumber(value) && Long.parseLong(value) < Long.parseLong(values.getFirst());
      };
    }

    /// Whether Go's `strconv.ParseInt` would take it.
    public static boolean isNumber(@Nullable String text) {
      if (text == null || !text.matches("[+-]?[0-9]{1,30}")) {
        return false;
      }
      try {
        Long.parseLong(text);
        return true;
      } catch (NumberFormatException _) {
        return false; // beyond 64 bits
      }
    }

    @Override
    public String toString() {
      String all = String.join(",", values);
      return switch (operator) {
        case IN -> values.size() == 1 ? key + "=" + all : key + " in (" + all + ")";
        case NOT_IN -> values.size() == 1 ? key + "!=" + all : key + " notin (" + all + ")";
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
        case GT -> key + ">" + all;
        case LT -> key + "<" + all;
      };
    }
  }

  /// A mark of a node that keeps Pods away.
  ///
  /// @param effect `NoSchedule`, `NoExecute` or `PreferNoSchedule`
  public record Taint(String key, String value, String effect) {
    /// Whether it keeps away every Pod that does not tolerate it.
    public boolean isHard() {
      return effect.equals("NoSchedule") || effect.equals("NoExecute");
    }

    /// As kubectl writes it.
    @Override
    public String toString() {
      return value.isEmpty() ? key + ":" + effect : key + "=" + value + ":" + effect;
    }
  }

  /// A taint that does not matter to a Pod.
  ///
  /// @param key `""` for every key
  /// @param whateverValue true when only the key counts
  /// @param effect `""` for every effect
  public record Toleration(
      Evidence evidence, String key, boolean whateverValue, String value, String effect) {
    /// As `v1.Toleration.ToleratesTaint`.
    public boolean tolerates(Taint taint) {
      return (effect.isEmpty() || effect.equals(taint.effect()))
          && (key.isEmpty() || key.equals(taint.key()))
          && (whateverValue || value.equals(taint.value()));
    }
  }

  /// The first toleration of a taint, or null.
  public @Nullable Toleration firstFor(Taint taint) {
    for (Toleration toleration : tolerations) {
      if (toleration.tolerates(taint)) {
        return toleration;
      }
    }
    return null;
  }
}
