package io.kubilitics.check;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A Service with a selector that no Pod matches, and no workload that would make one.
final class ServiceSelectsNothing implements Check {
  @Override
  public Code code() {
    return Code.KUB010;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.SERVICE);
  }

  /// The Pods may be made by an operator that is not among manifests.
  private static Level level(Subject service) {
    World world = service.world();
    return !world.isClosed() && world.hasCustomResources(service.id().namespace())
        ? Level.INFO
        : Level.WARNING;
  }

  @Override
  public void check(Subject service, Report report) {
    if (!service.world().knows(Kinds.POD) || !service.targets("selects").isEmpty()) {
      return;
    }
    for (Fact fact : service.resource().facts()) {
      if (fact instanceof Fact.Selects selects && selects.relation().name().equals("selects")) {
        report.add(
            service.finding(
                code(),
                level(service),
                selects.evidence().path(),
                "No Pod of the namespace has the labels " + selects.selector() + "."));
      }
    }
  }
}
