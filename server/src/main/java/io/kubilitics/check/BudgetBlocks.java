package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A PodDisruptionBudget that allows no eviction even when all its Pods are well: one that allows
/// nobody to be away, or that demands as many Pods as there are meant to be. How the disruption
/// controller counts: a percentage of what the controllers of the Pods want, rounded up.
final class BudgetBlocks implements Check {
  private static final String MIN = "minAvailable";
  private static final String MAX = "maxUnavailable";

  @Override
  public Code code() {
    return Code.KUB030;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.POD_DISRUPTION_BUDGET);
  }

  @Override
  public void check(Subject budget, Report report) {
    List<Subject> members = budget.targetObjects("protects");
    long wanted = wanted(members);
    if (members.isEmpty() || wanted == 0) {
      return;
    }
    String max = budget.feature(MAX);
    String min = budget.feature(MIN);
    if (!max.isEmpty() && share(max, wanted) == 0) {
      add(budget, "spec.maxUnavailable", "It never allows a Pod to be away.", report);
    } else if (max.isEmpty() && !min.isEmpty() && wanted >= 0 && share(min, wanted) >= wanted) {
      String message =
          "It demands "
              + min
              + " available of "
              + wanted
              + (wanted == 1 ? " Pod" : " Pods")
              + ", so none may be evicted.";
      add(budget, "spec.minAvailable", message, report);
    }
  }

  private void add(Subject budget, String path, String message, Report report) {
    report.add(budget.finding(code(), Level.WARNING, path, message));
  }

  /// How many Pods there are meant to be; -1 when somebody does not say, as DaemonSets do.
  private static long wanted(List<Subject> members) {
    Map<ResourceId, Subject> controllers = new TreeMap<>();
    long alone = 0;
    for (Subject member : members) {
      Subject top = member.top();
      if (top.id().kind().equals(Kinds.POD)) {
        alone++;
      } else {
        controllers.put(top.id(), top);
      }
    }
    long scaled = replicas(controllers.values());
    return scaled < 0 ? -1 : alone + scaled;
  }

  private static long replicas(Collection<Subject> controllers) {
    long sum = 0;
    for (Subject controller : controllers) {
      long replicas = Numbers.whole(controller.feature("replicas"));
      if (replicas < 0 || !controller.sources("scales").isEmpty()) {
        return -1;
      }
      sum += replicas;
    }
    return sum;
  }

  /// A number, or a share of all rounded up; of what nobody knows only 0 % and 100 % are certain.
  private static long share(String text, long all) {
    if (!text.endsWith("%")) {
      long number = Numbers.whole(text);
      return number < 0 ? 1 : number;
    }
    long percent = Numbers.whole(text.substring(0, text.length() - 1));
    if (percent < 0) {
      return 1;
    }
    if (all < 0) {
      return percent == 0 ? 0 : 1;
    }
    return (all * percent + 99) / 100;
  }
}
