package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.List;
import java.util.Set;

/// An autoscaler of a cluster whose target does not exist scales nothing.
final class AutoscalerTarget implements DerivedHealth {
  @Override
  public Set<Kind> kinds() {
    return Set.of(
        new Kind("autoscaling", "HorizontalPodAutoscaler"),
        new Kind("autoscaling.k8s.io", "VerticalPodAutoscaler"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.SCALES);
  }

  @Override
  public Health of(Surroundings autoscaler) {
    Health own = autoscaler.own();
    List<ResourceId> missing = Around.missing(autoscaler, Names.SCALES);
    boolean isWell = own.status() == Status.HEALTHY;
    if (missing.isEmpty() || isWell || !autoscaler.resource().hasUid()) {
      return own;
    }
    return new Health(
        Status.FAILED,
        "TargetMissing",
        Words.name(missing.getFirst(), autoscaler.resource().id()) + " does not exist.");
  }
}
