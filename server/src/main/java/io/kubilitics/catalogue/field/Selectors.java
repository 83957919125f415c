package io.kubilitics.catalogue.field;

import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Operator;
import io.kubilitics.model.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a `metav1.LabelSelector`. One that an API server would refuse selects nothing, which is
/// said by null: half a selector would select too much.
final class Selectors {
  private static final FieldPath MATCH_LABELS = FieldPath.parse("matchLabels");
  private static final FieldPath MATCH_EXPRESSIONS = FieldPath.parse("matchExpressions");
  private static final FieldPath KEY = FieldPath.parse("key");
  private static final FieldPath OPERATOR = FieldPath.parse("operator");
  private static final FieldPath VALUES = FieldPath.parse("values[]");

  private Selectors() {}

  static @Nullable LabelSelector read(KeptField selector) {
    List<Requirement> requirements = new ArrayList<>();
    KeptField labels = selector.first(MATCH_LABELS);
    if (labels != null) {
      if (!labels.isMap()) {
        return null;
      }
      for (KeptField label : labels.children()) {
        if (label.scalar() == null) {
          return null;
        }
        requirements.add(new Requirement(label.name(), Operator.IN, List.of(label.scalar())));
      }
    }
    KeptField expressions = selector.first(MATCH_EXPRESSIONS);
    if (expressions != null) {
      if (!expressions.isList()) {
        return null;
      }
      for (KeptField expression : expressions.children()) {
        Requirement requirement = requirement(expression);
        if (requirement == null) {
          return null;
        }
        requirements.add(requirement);
      }
    }
    return requirements.isEmpty() ? LabelSelector.EVERYTHING : new LabelSelector(requirements);
  }

  /// As `metav1.LabelSelectorAsSelector`: In and NotIn need values, Exists and DoesNotExist must
  /// have none.
  private static @Nullable Requirement requirement(KeptField expression) {
    String key = expression.scalar(KEY);
    String operator = expression.scalar(OPERATOR);
    if (key == null || operator == null) {
      return null;
    }
    List<String> values = new ArrayList<>();
    expression.walk(
        VALUES,
        value -> {
          if (value.scalar() != null) {
            values.add(value.scalar());
          }
        });
    Operator read =
        switch (operator) {
          case "In" -> Operator.IN;
          case "NotIn" -> Operator.NOT_IN;
          case "Exists" -> Operator.EXISTS;
          case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
          case String _ -> null;
        };
    boolean needsValues = read == Operator.IN || read == Operator.NOT_IN;
    return read == null || needsValues == values.isEmpty()
        ? null
        : new Requirement(key, read, values);
  }
}
