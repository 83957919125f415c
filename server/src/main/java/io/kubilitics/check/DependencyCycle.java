package io.kubilitics.check;

import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.query.Cycles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Objects that wait for each other in a circle; told once, at the first of them by id, with the
/// shortest way round.
final class DependencyCycle implements WorldCheck {
  private static final Relation DEPENDS_ON = new Relation("depends-on");
  private static final int MOST_RELATED = 10;

  @Override
  public Code code() {
    return Code.KUB070;
  }

  @Override
  public void check(World world, Report report) {
    Cycles.of(world.network(), Set.of(DEPENDS_ON)).forEach(cycle -> report.add(finding(cycle)));
  }

  private Finding finding(List<ResourceId> cycle) {
    ResourceId first = cycle.getFirst();
    String way = cycle.stream().map(Names::of).collect(Collectors.joining(" → "));
    return new Finding(
        code().name(),
        Level.ERROR,
        first,
        "",
        "It waits for itself: " + way + " → " + Names.of(first) + ".",
        code().advice(),
        cycle.stream().skip(1).limit(MOST_RELATED).toList());
  }
}
