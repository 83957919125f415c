package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block.App;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.List;
import java.util.function.Function;

/// What stands beside the title of a block: `3 apps · 13 / 14 ready`.
final class BlockNote {
  private BlockNote() {}

  /// @param schedule when a workload runs, `""` for what always does
  static String of(
      BlockPlan plan, Tally tally, List<App> apps, Function<ResourceId, String> schedule) {
    return switch (plan.type()) {
      case APP -> apps.isEmpty() ? there(tally) : ofApps(apps, schedule);
      case SHARED -> "used by several apps";
      case ISLAND, LOOSE, KIND ->
          tally.equals(Tally.NOTHING) ? "outside the cluster" : there(tally);
    };
  }

  private static String there(Tally tally) {
    int missing = tally.count(Look.MISSING);
    return tally.objects() == 0 && missing > 0
        ? Figures.grouped(missing) + " missing"
        : TitleRooms.objects(tally);
  }

  private static String ofApps(List<App> apps, Function<ResourceId, String> schedule) {
    String count = apps.size() + (apps.size() == 1 ? " app" : " apps");
    if (apps.stream().allMatch(app -> app.look() == Look.SUSPENDED)) {
      return count + " · at rest";
    }
    String when = apps.size() == 1 ? schedule.apply(apps.getFirst().id()) : "";
    if (!when.isEmpty()) {
      return count + " · " + when;
    }
    Tally pods = pods(apps);
    return pods.objects() == 0
        ? count
        : count + " · " + Ready.of(pods) + " / " + Figures.grouped(pods.objects()) + " ready";
  }

  static Tally pods(List<App> apps) {
    Tally pods = Tally.NOTHING;
    for (App app : apps) {
      pods = pods.plus(app.pods());
    }
    return pods;
  }
}
