package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import java.util.List;

/// What a field beside a reference must have, or must not; `""` stands for a field that is not
/// there.
///
/// @param isWanted whether it must have one of the values, or none of them
public record Condition(FieldPath path, List<String> values, boolean isWanted) {
  public Condition {
    values = List.copyOf(values);
  }

  boolean holds(KeptField anchor) {
    String value = anchor.scalar(path);
    return values.contains(value == null ? "" : value) == isWanted;
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
