package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A Service all of whose Pods are isolated by NetworkPolicies, none of which lets anybody in.
/// Where the world is open a rule that matches nobody may match somebody elsewhere.
final class IsolatedPods implements Check {
  private static final String CLOSED = "Ingress";
  private static final String WITH_RULES = "Ingress+";

  @Override
  public Code code() {
    return Code.KUB016;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.SERVICE);
  }

  @Override
  public void check(Subject service, Report report) {
    List<Subject> members =
        service.targetObjects("selects").stream().filter(pod -> !pod.isPast()).toList();
    Set<ResourceId> policies = new TreeSet<>();
    for (Subject member : members) {
      List<Subject> isolating =
          member.sourceObjects("governs-network").stream().filter(IsolatedPods::isolates).toList();
      if (isolating.isEmpty() || isolating.stream().anyMatch(IsolatedPods::letsSomebodyIn)) {
        return;
      }
      isolating.forEach(policy -> policies.add(policy.id()));
    }
    if (policies.isEmpty()) {
      return;
    }
    report.add(
        service.finding(
            code(),
            Level.WARNING,
            "spec.selector",
            "Nobody may reach its Pods because of " + Names.of(policies) + ".",
            policies.stream().limit(10).toArray(ResourceId[]::new)));
  }

  private static List<String> directions(Subject policy) {
    return Arrays.asList(policy.feature("isolates").split(",", -1));
  }

  private static boolean isolates(Subject policy) {
    return directions(policy).contains(CLOSED) || directions(policy).contains(WITH_RULES);
  }

  private static boolean letsSomebodyIn(Subject policy) {
    return directions(policy).contains(WITH_RULES)
        && (!policy.world().isClosed() || !policy.targets("allows-from").isEmpty());
  }
}
