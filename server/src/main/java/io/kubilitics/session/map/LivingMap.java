package io.kubilitics.session.map;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.topology.Topology;

/// A plan with the topology of exactly its revision. Immutable.
public record LivingMap(Plan plan, Topology topology) {}
