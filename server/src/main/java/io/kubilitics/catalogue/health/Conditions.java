package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import org.jspecify.annotations.Nullable;

/// The entries of `status.conditions`.
final class Conditions {
  static final String PATH = "status.conditions";

  private static final FieldPath CONDITIONS = FieldPath.parse("status.conditions[]");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath STATUS = FieldPath.parse("status");
  private static final FieldPath REASON = FieldPath.parse("reason");
  private static final FieldPath MESSAGE = FieldPath.parse("message");

  private Conditions() {}

  /// One condition; all texts `""` where they are not set.
  record Condition(String type, String status, String reason, String message) {
    boolean isTrue() {
      return status.equals("True");
    }

    boolean isFalse() {
      return status.equals("False");
    }
  }

  /// The condition of a type, or null.
  static @Nullable Condition find(KeptObject object, String type) {
    Condition[] found = new Condition[1];
    object.walk(
        CONDITIONS,
        condition -> {
          if (found[0] == null && type.equals(condition.scalar(TYPE))) {
            found[0] =
                new Condition(
                    type,
                    text(condition, STATUS),
                    text(condition, REASON),
                    text(condition, MESSAGE));
          }
        });
    return found[0];
  }

  private static String text(KeptField field, FieldPath path) {
    String text = field.scalar(path);
    return text == null ? "" : text;
  }
}
