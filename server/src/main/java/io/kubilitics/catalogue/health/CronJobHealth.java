package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A CronJob in a cluster does nothing wrong by itself; its Jobs may. Before its first run it has
/// no status, so its uid tells that it is in a cluster.
final class CronJobHealth implements HealthRule {
  private static final FieldPath SUSPEND = FieldPath.parse("spec.suspend");
  private static final FieldPath UID = FieldPath.parse("metadata.uid");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("batch", "CronJob"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.suspend", "status.lastScheduleTime");
  }

  @Override
  public Health of(KeptObject job) {
    if (!Replicas.hasStatus(job) && job.scalar(UID) == null) {
      return Health.UNKNOWN;
    }
    return "true".equals(job.scalar(SUSPEND))
        ? new Health(Status.SUSPENDED, "Suspended", "Its schedule is suspended.")
        : Health.HEALTHY;
  }
}
