package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects that have been asked to go.
final class Deletion {
  static final List<String> READS =
      List.of(
          "metadata.deletionTimestamp",
          "metadata.deletionGracePeriodSeconds",
          "metadata.finalizers");

  private static final FieldPath ASKED = FieldPath.parse("metadata.deletionTimestamp");
  private static final FieldPath GRACE = FieldPath.parse("metadata.deletionGracePeriodSeconds");
  private static final FieldPath FINALIZERS = FieldPath.parse("metadata.finalizers[]");
  private static final String TERMINATING = "Terminating";

  /// So many finalizers are named, the others counted.
  private static final int NAMED = 3;

  private Deletion() {}

  static boolean isAsked(KeptObject object) {
    return object.scalar(ASKED) != null;
  }

  /// When it was asked to be gone: for a Pod its grace period is added.
  static @Nullable Instant due(KeptObject object) {
    return Values.instant(object, ASKED);
  }

  /// Going, and held up when it goes on for long.
  static Health of(KeptObject object) {
    return of(object, holders(object));
  }

  /// The same.
  ///
  /// @param holders who holds it up
  static Health of(KeptObject object, String holders) {
    Health going = new Health(Status.PROGRESSING, TERMINATING, holders);
    Instant due = due(object);
    if (due == null) {
      return going;
    }
    String late = "It should be gone since " + due + ".";
    return Patience.during(
        due,
        Patience.END,
        going,
        new Health(Status.DEGRADED, TERMINATING, holders.isEmpty() ? late : late + " " + holders));
  }

  /// The time by which a Pod is to be gone includes its grace period.
  static Health ofPod(KeptObject pod) {
    Health going = new Health(Status.PROGRESSING, TERMINATING, holders(pod));
    Instant due = due(pod);
    if (due == null) {
      return going;
    }
    long grace = Values.number(pod, GRACE, -1);
    String period = grace < 0 ? "its grace period" : "its grace period of " + grace + " s";
    String late = "It is terminating for longer than " + period + ".";
    return Patience.until(
        due, going, new Health(Status.DEGRADED, TERMINATING, (late + " " + holders(pod)).strip()));
  }

  /// Who must still agree.
  private static String holders(KeptObject object) {
    List<String> finalizers = new ArrayList<>();
    int[] more = new int[1];
    object.walk(
        FINALIZERS,
        finalizer -> {
          String name = finalizer.scalar();
          if (name != null && finalizers.size() < NAMED) {
            finalizers.add(name);
          } else {
            more[0]++;
          }
        });
    if (finalizers.isEmpty()) {
      return "";
    }
    return "It waits for its finalizers: "
        + String.join(", ", finalizers)
        + (more[0] == 0 ? "." : " and " + more[0] + " more.");
  }
}
