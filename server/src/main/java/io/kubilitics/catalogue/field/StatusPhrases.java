package io.kubilitics.catalogue.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Short phrases about the state of an object.
final class StatusPhrases {
  static final List<String> READS =
      List.of(
          "metadata.deletionTimestamp",
          "status.phase",
          "status.conditions",
          "status.allocation",
          "status.reservedFor");

  private static final FieldPath DELETED = FieldPath.parse("metadata.deletionTimestamp");
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath CONDITIONS = FieldPath.parse("status.conditions[]");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath STATUS = FieldPath.parse("status");
  private static final FieldPath ALLOCATION = FieldPath.parse("status.allocation");
  private static final FieldPath RESERVED = FieldPath.parse("status.reservedFor[]");

  private StatusPhrases() {}

  static boolean isDeleted(KeptField object) {
    return object.first(DELETED) != null;
  }

  /// Whether a condition is there and true.
  static boolean isTrue(KeptField object, String type) {
    return "True".equals(condition(object, type));
  }

  /// The status of a condition, `""` when it is not there.
  static String condition(KeptField object, String type) {
    String[] status = {""};
    object.walk(
        CONDITIONS,
        condition -> {
          String says = condition.scalar(STATUS);
          if (type.equals(condition.scalar(TYPE)) && says != null) {
            status[0] = says;
          }
        });
    return status[0];
  }

  static String phase(KeptField object) {
    String phase = object.scalar(PHASE);
    return isDeleted(object) ? "Terminating" : text(phase);
  }

  static String job(KeptField job) {
    if (isTrue(job, "Complete")) {
      return "Complete";
    }
    if (isTrue(job, "Failed")) {
      return "Failed";
    }
    if (isDeleted(job)) {
      return "Terminating";
    }
    if (isTrue(job, "Suspended")) {
      return "Suspended";
    }
    if (isTrue(job, "FailureTarget")) {
      return "FailureTarget";
    }
    return isTrue(job, "SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running";
  }

  static String devices(KeptField claim) {
    String state = isDeleted(claim) ? "deleted," : "";
    if (claim.first(ALLOCATION) == null) {
      return state.isEmpty() ? "pending" : "deleted";
    }
    return state + (claim.first(RESERVED) == null ? "allocated" : "allocated,reserved");
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
