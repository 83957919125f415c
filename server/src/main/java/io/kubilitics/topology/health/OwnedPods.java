package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A workload that has not what it wants, and of whose Pods one tells why. What serves, though less
/// than wanted, is degraded; what serves nothing has failed.
final class OwnedPods implements DerivedHealth {
  private static final Kind JOB = new Kind("batch", "Job");

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        Names.apps("ReplicaSet"),
        Names.apps("StatefulSet"),
        Names.apps("DaemonSet"),
        Kind.core("ReplicationController"),
        JOB);
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.OWNS);
  }

  @Override
  public int level() {
    return 2;
  }

  @Override
  public Health of(Surroundings workload) {
    Health own = workload.own();
    return switch (own.status()) {
      case PROGRESSING, DEGRADED, FAILED -> explained(workload, own);
      case HEALTHY, SUSPENDED, UNKNOWN -> own;
    };
  }

  private static Health explained(Surroundings workload, Health own) {
    if (own.reason().equals("Terminating") || own.reason().equals("ScalingDown")) {
      return own;
    }
    List<Around> pods =
        Around.out(workload, Names.OWNS).stream()
            .filter(owned -> owned.id().kind().equals(Names.POD))
            .filter(pod -> !"Failed".equals(pod.resource().features().get(Names.PHASE)))
            .toList();
    Optional<Around> culprit = Causes.worst(pods);
    if (culprit.isEmpty()) {
      return own;
    }
    boolean serves = Around.number(workload.resource(), Names.SERVING) > 0;
    boolean isJob = workload.resource().kind().equals(JOB);
    return Causes.because(
        own,
        culprit.get(),
        serves || isJob,
        Words.of(culprit.get().id(), culprit.get().health(), workload.resource().id()));
  }
}
