package io.kubilitics.session.map;

import io.kubilitics.layout.plan.PlanDelta;

/// Told of every plan of one arrangement, on the thread of the layout, in order, and must not
/// block. A plan that was arranged anew is another epoch: its delta names everything.
@FunctionalInterface
public interface MapListener {
  void onPlan(LivingMap map, PlanDelta delta);
}
