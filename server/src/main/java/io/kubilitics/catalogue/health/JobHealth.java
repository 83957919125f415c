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
  private static final long DEFAULT_BACKOFF_LIMIT = 6;

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("batch", "Job"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        Conditions.PATH,
        "spec.suspend",
        "spec.backoffLimit",
        "status.active",
        "status.failed",
        "status.succeeded",
        "status.startTime");
  }

  @Override
  public Health of(KeptObject job) {
    if (!Replicas.hasStatus(job)) {
      return Health.UNKNOWN;
    }
    Condition failed = Conditions.find(job, "Failed");
    if (failed != null && failed.isTrue()) {
      return new Health(Status.FAILED, failed.reason(), failed.message());
    }
    Condition complete = Conditions.find(job, "Complete");
    if (complete != null && complete.isTrue()) {
      return Health.HEALTHY;
    }
    if ("true".equals(job.scalar(SUSPEND))) {
      return new Health(Status.SUSPENDED, "Suspended", "It is suspended.");
    }
    long tries = Replicas.number(job, FAILED);
    long limit = Numbers.read(job.scalar(BACKOFF_LIMIT), DEFAULT_BACKOFF_LIMIT);
    return new Health(
        Status.PROGRESSING,
        "Running",
        tries == 0 ? "" : tries + " of at most " + (limit + 1) + " tries have failed.");
  }
}
