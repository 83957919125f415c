package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A CronJob in a cluster does nothing wrong by itself, its Jobs may; but a run that was due and
/// has not begun was missed.
///
/// Without a time zone the schedule is in that of the controller, which is UTC nearly everywhere.
/// Where the last run shows that it is not, a run counts as missed only when it is in no zone.
final class CronJobHealth implements HealthRule {
  private static final FieldPath SUSPEND = FieldPath.parse("spec.suspend");
  private static final FieldPath SCHEDULE = FieldPath.parse("spec.schedule");
  private static final FieldPath ZONE = FieldPath.parse("spec.timeZone");
  private static final FieldPath DEADLINE = FieldPath.parse("spec.startingDeadlineSeconds");
  private static final FieldPath CONCURRENCY = FieldPath.parse("spec.concurrencyPolicy");
  private static final FieldPath LAST = FieldPath.parse("status.lastScheduleTime");
  private static final FieldPath ACTIVE = FieldPath.parse("status.active[]");
  private static final FieldPath CREATED = FieldPath.parse("metadata.creationTimestamp");

  /// The controller looks every ten seconds and may be restarted meanwhile.
  private static final Duration LATE = Duration.ofMinutes(5);

  /// From the first zone of the world to the last.
  private static final Duration ALL_ZONES = Duration.ofHours(26);

  private static final long LONGEST_DEADLINE = 366L * 86_400;

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("batch", "CronJob"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "metadata.creationTimestamp",
        "metadata.uid",
        "spec.suspend",
        "spec.schedule",
        "spec.timeZone",
        "spec.startingDeadlineSeconds",
        "spec.concurrencyPolicy",
        "status.active",
        "status.lastScheduleTime",
        "status.lastSuccessfulTime");
  }

  @Override
  public Health of(KeptObject job) {
    if (!Observed.hasStatus(job) && !Observed.isInCluster(job)) {
      return Health.UNKNOWN;
    }
    if (Values.isTrue(job, SUSPEND)) {
      return new Health(Status.SUSPENDED, "Suspended", "Its schedule is suspended.");
    }
    boolean waitsForItself = "Forbid".equals(job.scalar(CONCURRENCY)) && job.first(ACTIVE) != null;
    return waitsForItself ? Health.HEALTHY : onTime(job);
  }

  private static Health onTime(KeptObject job) {
    Instant last = Values.instant(job, LAST);
    Instant start = last == null ? Values.instant(job, CREATED) : last;
    Optional<CronSchedule> schedule = CronSchedule.parse(Values.text(job, SCHEDULE));
    ZoneId zone = zone(Values.text(job, ZONE));
    if (start == null || schedule.isEmpty() || zone == null) {
      return Health.HEALTHY;
    }
    try {
      Instant due = schedule.get().next(start, zone).orElse(null);
      boolean isOtherZone =
          Values.text(job, ZONE).isEmpty()
              && (last == null || !schedule.get().isDue(last, ZoneOffset.UTC));
      Instant missed =
          Patience.plus(
              due,
              LATE.plus(isOtherZone ? ALL_ZONES : Duration.ZERO)
                  .plusSeconds(Math.clamp(Values.count(job, DEADLINE), 0, LONGEST_DEADLINE)));
      return due == null || missed == null
          ? Health.HEALTHY
          : Health.HEALTHY.until(missed, missed(due, last, isOtherZone));
    } catch (DateTimeException e) {
      return Health.HEALTHY;
    }
  }

  private static Health missed(Instant due, @Nullable Instant last, boolean isOtherZone) {
    String run = isOtherZone ? "A run was due" : "A run was due at " + due;
    return new Health(
        Status.DEGRADED,
        "MissedSchedule",
        run
            + " and has not begun; "
            + (last == null ? "there was none so far." : "the last began at " + last + "."));
  }

  /// UTC where none is set; null for one that this Java does not know.
  private static @Nullable ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
