package io.kubilitics.session.map;

import io.kubilitics.layout.Touched;
import io.kubilitics.layout.plan.PlanDelta;

/// Told of every plan of one arrangement, on the thread of the layout, in order, and must not
/// block. A plan that was arranged anew is another epoch: its delta names everything.
@FunctionalInterface
public interface MapListener {
  /// Called for every plan.
  ///
  /// @param touched what of the cluster differs from the plan before, to be read only
  void onPlan(LivingMap map, PlanDelta delta, Touched touched);
}
