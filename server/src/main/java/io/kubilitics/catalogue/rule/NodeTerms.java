package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.NodeNeeds.Operator;
import io.kubilitics.model.NodeNeeds.Requirement;
import io.kubilitics.model.NodeNeeds.Term;
import io.kubilitics.model.NodeNeeds.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what is said of nodes. As in the scheduler a term that is empty or cannot be read is met
/// by no node, while the others beside it still count.
final class NodeTerms {
  static final FieldPath TERMS = FieldPath.parse("nodeSelectorTerms[]");

  private static final String NAME_FIELD = "metadata.name";
  private static final FieldPath EXPRESSIONS = FieldPath.parse("matchExpressions[]");
  private static final FieldPath FIELDS = FieldPath.parse("matchFields[]");
  private static final FieldPath KEY = FieldPath.parse("key");
  private static final FieldPath OPERATOR = FieldPath.parse("operator");
  private static final FieldPath VALUES = FieldPath.parse("values[]");
  private static final FieldPath VALUE = FieldPath.parse("value");
  private static final FieldPath EFFECT = FieldPath.parse("effect");

  private NodeTerms() {}

  static Requirement nameIs(String name) {
    return new Requirement(NAME_FIELD, Operator.IN, List.of(name));
  }

  /// A map of labels that must all be there.
  static Term selector(KeptField map) {
    List<Requirement> labels = new ArrayList<>();
    map.texts(FieldPath.SELF)
        .forEach((key, value) -> labels.add(new Requirement(key, Operator.IN, List.of(value))));
    return new Term(new Evidence(map.path(), text(labels)), labels, List.of());
  }

  /// A `v1.NodeSelectorTerm`, or null for one that no node meets.
  static @Nullable Term term(KeptField term) {
    List<@Nullable Requirement> labels = new ArrayList<>();
    List<@Nullable Requirement> names = new ArrayList<>();
    term.walk(EXPRESSIONS, expression -> labels.add(onLabels(expression)));
    term.walk(FIELDS, field -> names.add(onName(field)));
    List<Requirement> readLabels = new ArrayList<>();
    List<Requirement> readNames = new ArrayList<>();
    if (!addAll(labels, readLabels)
        || !addAll(names, readNames)
        || (labels.isEmpty() && names.isEmpty())) {
      return null;
    }
    List<Requirement> all = new ArrayList<>(readLabels);
    all.addAll(readNames);
    return new Term(new Evidence(term.path(), text(all)), readLabels, readNames);
  }

  private static boolean addAll(List<@Nullable Requirement> some, List<Requirement> read) {
    for (Requirement requirement : some) {
      if (requirement == null) {
        return false;
      }
      read.add(requirement);
    }
    return true;
  }

  private static String text(List<Requirement> requirements) {
    return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
  }

  private static @Nullable Requirement onLabels(KeptField expression) {
    Requirement read = requirement(expression);
    if (read == null) {
      return null;
    }
    boolean valid =
        switch (read.operator()) {
          case IN, NOT_IN -> !read.values().isEmpty();
          case EXISTS, DOES_NOT_EXIST -> read.values().isEmpty();
          case GT, LT ->
              read.values().size() == 1 && Requirement.isNumber(read.values().getFirst());
        };
    return valid ? read : null;
  }

  /// The name is the one field there is, and it is or is not one value.
  private static @Nullable Requirement onName(KeptField field) {
    Requirement read = requirement(field);
    boolean valid =
        read != null
            && read.key().equals(NAME_FIELD)
            && (read.operator() == Operator.IN || read.operator() == Operator.NOT_IN)
            && read.values().size() == 1;
    return valid ? read : null;
  }

  private static @Nullable Requirement requirement(KeptField field) {
    String key = field.scalar(KEY);
    Operator operator =
        switch (field.scalar(OPERATOR)) {
          case "In" -> Operator.IN;
          case "NotIn" -> Operator.NOT_IN;
          case "Exists" -> Operator.EXISTS;
          case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
          case "Gt" -> Operator.GT;
          case "Lt" -> Operator.LT;
          case null -> null;
          case String _ -> null;
        };
    if (key == null || key.isEmpty() || operator == null) {
      return null;
    }
    List<String> values = new ArrayList<>();
    field.walk(
        VALUES,
        value -> {
          if (value.scalar() != null) {
            values.add(value.scalar());
          }
        });
    return new Requirement(key, operator, values);
  }

  /// A `v1.Toleration`; null for one with an operator nobody knows.
  static @Nullable Toleration toleration(KeptField field) {
    String operator = orEmpty(field.scalar(OPERATOR));
    if (!operator.isEmpty() && !operator.equals("Equal") && !operator.equals("Exists")) {
      return null;
    }
    String key = orEmpty(field.scalar(KEY));
    String value = orEmpty(field.scalar(VALUE));
    String effect = orEmpty(field.scalar(EFFECT));
    boolean whateverValue = operator.equals("Exists");
    return new Toleration(
        new Evidence(field.path(), text(key, whateverValue, value, effect)),
        key,
        whateverValue,
        value,
        effect);
  }

  private static String text(String key, boolean whateverValue, String value, String effect) {
    String what = key.isEmpty() ? "*" : key;
    String with = whateverValue || value.isEmpty() ? what : what + "=" + value;
    return effect.isEmpty() ? with : with + ":" + effect;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
