package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of `status.conditions`, and of other lists of the same form.
final class Conditions {
  static final String PATH = "status.conditions";

  private static final FieldPath OF_STATUS = FieldPath.parse("status.conditions[]");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath STATUS = FieldPath.parse("status");
  private static final FieldPath REASON = FieldPath.parse("reason");
  private static final FieldPath MESSAGE = FieldPath.parse("message");
  private static final FieldPath SINCE = FieldPath.parse("lastTransitionTime");
  private static final FieldPath OBSERVED = FieldPath.parse("observedGeneration");

  private Conditions() {}

  /// One condition; all texts `""` where they are not set.
  ///
  /// @param since when its status last changed
  record Condition(
      String type, String status, String reason, String message, @Nullable Instant since) {
    boolean isTrue() {
      return status.equals("True");
    }

    boolean isFalse() {
      return status.equals("False");
    }

    /// Health in the words of the condition; its type stands in for a reason that is not given.
    Health health(Status as) {
      return new Health(as, reason.isEmpty() ? type : reason, message);
    }
  }

  /// The condition of a type, or null; one that speaks of an older generation is not there.
  static @Nullable Condition find(KeptObject object, String type) {
    Condition[] found = new Condition[1];
    object.walk(
        OF_STATUS,
        condition -> {
          if (found[0] == null
              && type.equals(condition.scalar(TYPE))
              && !Observed.isBehind(object, condition, OBSERVED)) {
            found[0] = read(condition, type);
          }
        });
    return found[0];
  }

  /// The condition of a type if it is true, else null.
  static @Nullable Condition findTrue(KeptObject object, String type) {
    Condition condition = find(object, type);
    return condition != null && condition.isTrue() ? condition : null;
  }

  /// The condition of a type if it is false, else null.
  static @Nullable Condition findFalse(KeptObject object, String type) {
    Condition condition = find(object, type);
    return condition != null && condition.isFalse() ? condition : null;
  }

  /// All conditions of a list, in its order.
  static List<Condition> all(KeptField field, FieldPath list) {
    List<Condition> all = new ArrayList<>();
    field.walk(list, condition -> all.add(read(condition, Values.text(condition, TYPE))));
    return all;
  }

  private static Condition read(KeptField condition, String type) {
    return new Condition(
        type,
        Values.text(condition, STATUS),
        Values.text(condition, REASON),
        Values.text(condition, MESSAGE),
        Values.instant(condition, SINCE));
  }
}
