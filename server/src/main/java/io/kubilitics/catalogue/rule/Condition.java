package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import java.util.List;

/// A field beside a reference must have one of these values; `""` stands for a field that is not
/// there.
public record Condition(FieldPath path, List<String> values) {
  public Condition {
    values = List.copyOf(values);
  }

  boolean holds(KeptField anchor) {
    String value = anchor.scalar(path);
    return values.contains(value == null ? "" : value);
  }

  static boolean allHold(List<Condition> conditions, KeptField anchor) {
    for (Condition condition : conditions) {
      if (!condition.holds(anchor)) {
        return false;
      }
    }
    return true;
  }
}
