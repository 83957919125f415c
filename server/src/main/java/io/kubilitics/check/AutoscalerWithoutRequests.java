package io.kubilitics.check;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// An autoscaler by utilization whose target does not say of what: every container must request the
/// resource, as the controller computes the share over all of them.
final class AutoscalerWithoutRequests implements Check {
  @Override
  public Code code() {
    return Code.KUB032;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.HORIZONTAL_POD_AUTOSCALER);
  }

  @Override
  public void check(Subject autoscaler, Report report) {
    List<String> resources = Arrays.asList(autoscaler.feature("utilization").split(",", -1));
    for (Subject target : autoscaler.targetObjects("scales")) {
      List<ContainerOutline> containers = Requests.lasting(target);
      boolean lacksCpu =
          resources.contains("cpu") && containers.stream().anyMatch(each -> !each.requestsCpu());
      boolean lacksMemory =
          resources.contains("memory")
              && containers.stream().anyMatch(each -> !each.requestsMemory());
      if ((lacksCpu || lacksMemory) && !Requests.mayBeFilledIn(autoscaler)) {
        report.add(
            autoscaler.finding(
                code(),
                autoscaler.world().ifClosed(Level.ERROR),
                "spec.scaleTargetRef",
                "A container of "
                    + Names.of(target.id())
                    + " requests no "
                    + (lacksCpu ? lacksMemory ? "CPU and no memory" : "CPU" : "memory")
                    + ", so there is no utilization to scale by.",
                target.id()));
      }
    }
  }
}
