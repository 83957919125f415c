package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/// A CronJob whose last run has failed is degraded; earlier ones do not count any more.
final class CronJobRuns implements DerivedHealth {
  private static final Comparator<Around> BY_AGE =
      Comparator.comparing((Around job) -> job.resource().createdAt().orElse(Instant.MIN));

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("batch", "CronJob"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.OWNS);
  }

  @Override
  public int level() {
    return 3;
  }

  @Override
  public Health of(Surroundings cronJob) {
    Health own = cronJob.own();
    if (own.status() != Status.HEALTHY) {
      return own;
    }
    return Around.out(cronJob, Names.OWNS).stream()
        .max(BY_AGE.thenComparing(Around::id))
        .filter(job -> job.is(Status.FAILED))
        .map(job ->
            new Health(
                Status.DEGRADED,
                "LastRunFailed",
                Words.of(job.id(), job.health(), cronJob.resource().id())))
        .orElse(own);
  }
}
