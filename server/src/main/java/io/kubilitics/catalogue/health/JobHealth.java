package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A Job: only giving up makes it failed; a retry that succeeded is as good as a first try.
final class JobHealth implements HealthRule {
  private static final FieldPath SUSPEND = FieldPath.parse("spec.suspend");
  private static final FieldPath BACKOFF_LIMIT = FieldPath.parse("spec.backoffLimit");
  private static final FieldPath FAILED = FieldPath.parse("status.failed");
  private static final FieldPath FAILED_INDEXES = FieldPath.parse("status.failedIndexes");
  private static final long DEFAULT_BACKOFF_LIMIT = 6;

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("batch", "Job"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "metadata.uid",
        Conditions.PATH,
        "spec.suspend",
        "spec.backoffLimit",
        "status.active",
        "status.failed",
        "status.failedIndexes",
        "status.succeeded",
        "status.startTime");
  }

  @Override
  public Health of(KeptObject job) {
    if (!Observed.hasStatus(job) && !Observed.isInCluster(job)) {
      return Health.UNKNOWN;
    }
    Condition failed = Conditions.findTrue(job, "Failed");
    if (failed != null) {
      return failed.health(Status.FAILED);
    }
    if (Conditions.findTrue(job, "Complete") != null) {
      return Health.HEALTHY;
    }
    Condition failing = Conditions.findTrue(job, "FailureTarget");
    if (failing != null) {
      return failing.health(Status.FAILED);
    }
    if (Values.isTrue(job, SUSPEND)) {
      return new Health(Status.SUSPENDED, "Suspended", "It is suspended.");
    }
    return running(job);
  }

  /// Not at its end. One that has used up its tries waits only for its last Pods to be counted.
  private static Health running(KeptObject job) {
    long tries = Values.count(job, FAILED);
    long limit = Math.max(0, Values.number(job, BACKOFF_LIMIT, DEFAULT_BACKOFF_LIMIT));
    String indexes = Values.text(job, FAILED_INDEXES);
    if (!indexes.isEmpty()) {
      return new Health(
          Status.DEGRADED, "FailedIndexes", "These indexes have failed: " + indexes + ".");
    }
    String message = tries == 0 ? "" : tries + " of at most " + (limit + 1) + " tries have failed.";
    return tries > limit
        ? new Health(Status.FAILED, "BackoffLimitExceeded", message)
        : new Health(Status.PROGRESSING, "Running", message);
  }
}
