package io.kubilitics.session.map;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Topology;

/// A plan with the topology of exactly its revision. Immutable but for what is counted when it is
/// first asked for.
public final class LivingMap {
  private final Plan plan;
  private final Topology topology;
  private final Count everything;

  public LivingMap(Plan plan, Topology topology) {
    this.plan = plan;
    this.topology = topology;
    everything = new Count(plan, topology.network(Viewer.EVERYTHING));
  }

  public Plan plan() {
    return plan;
  }

  public Topology topology() {
    return topology;
  }

  /// For who may see everything and filters nothing.
  Count everything() {
    return everything;
  }
}
