package io.kubilitics.check;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.Set;
import java.util.TreeSet;

/// A Service or a budget whose selector matches Pods of more than one workload. Pods without a
/// controller are none.
final class SelectsSeveralWorkloads implements Check {
  private static final Set<String> RELATIONS = Set.of("selects", "protects");

  @Override
  public Code code() {
    return Code.KUB015;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.SERVICE, Kinds.POD_DISRUPTION_BUDGET);
  }

  @Override
  public void check(Subject subject, Report report) {
    for (Fact fact : subject.resource().facts()) {
      if (fact instanceof Fact.Selects selects
          && RELATIONS.contains(selects.relation().name())
          && !selects.selector().isEverything()) {
        check(subject, selects, report);
      }
    }
  }

  private void check(Subject subject, Fact.Selects selects, Report report) {
    Set<ResourceId> workloads = new TreeSet<>();
    for (Subject member : subject.targetObjects(selects.relation().name())) {
      if (!member.isPast()) {
        Subject top = member.top();
        if (!top.id().kind().equals(Kinds.POD)) {
          workloads.add(top.id());
        }
      }
    }
    if (workloads.size() < 2) {
      return;
    }
    report.add(
        subject.finding(
            code(),
            Level.WARNING,
            selects.evidence().path(),
            "Its selector matches Pods of " + Names.of(workloads) + ".",
            workloads.stream().limit(10).toArray(ResourceId[]::new)));
  }
}
