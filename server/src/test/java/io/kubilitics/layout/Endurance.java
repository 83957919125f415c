package io.kubilitics.layout;

import io.kubilitics.layout.Edits.Edit;
import io.kubilitics.layout.LayoutReplay.Step;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Random edits of a cluster, each counted by its kind and by what it moved.
final class Endurance {
  /// What all edits of a kind did together.
  private static final class Tally {
    private int edits;
    private int calm;
    private int objects;
    private int most;
    private long elsewhere;
    private long distance;
  }

  private final EditedCluster cluster;
  private final LayoutReplay replay;
  private final Edits edits;
  private final Map<Edit, Tally> tallies = new EnumMap<>(Edit.class);

  Endurance(Arrangement arrangement, List<Change> objects, BlockLayouts blockLayouts, long seed) {
    cluster = new EditedCluster(objects);
    replay = new LayoutReplay(arrangement, blockLayouts, objects);
    edits = new Edits(cluster, replay, seed);
  }

  /// Makes edits of all kinds in turn.
  void run(int count) {
    List<Edit> all = List.of(Edit.values());
    for (int done = 0, at = 0; done < count; at++) {
      if (edit(all.get(at % all.size()))) {
        done++;
      }
    }
  }

  private boolean edit(Edit edit) {
    List<List<Change>> steps = edits.steps(edit);
    if (steps.isEmpty()) {
      return false;
    }
    Tally tally = tallies.computeIfAbsent(edit, _ -> new Tally());
    Set<ResourceId> there = Set.copyOf(replay.spots().corners().keySet());
    int moved = 0;
    for (List<Change> changes : steps) {
      Step step = replay.step(cluster.applied(changes)).of(there);
      moved += step.moved().size();
      tally.distance += step.distance();
      tally.elsewhere += step.elsewhere();
    }
    tally.edits++;
    tally.calm += moved == 0 ? 1 : 0;
    tally.objects += moved;
    tally.most = Math.max(tally.most, moved);
    return true;
  }

  /// Of a hundred edits of a kind, how many moved nothing that was there before and after.
  double calm(Edit edit) {
    Tally tally = tallies.get(edit);
    return tally == null ? 100 : 100.0 * tally.calm / tally.edits;
  }

  /// The objects that are there now.
  List<Change> objects() {
    return cluster.objects().stream().<Change>map(Change.Put::new).toList();
  }

  LayoutReplay replay() {
    return replay;
  }

  /// How many times the area of a fresh plan the living one takes.
  double areaAgainstFresh() {
    return area(replay.plan()) / area(replay.fresh());
  }

  private static double area(Plan plan) {
    return (double) plan.bounds().width() * plan.bounds().height();
  }

  /// A line for each kind of edit.
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%-20s %6s %8s %8s %6s %9s %10s%n",
            "edit",
            "count",
            "calm %",
            "moved",
            "most",
            "elsewhere",
            "distance"));
    tallies.forEach((edit, tally) ->
        table.append(
            String.format(
                Locale.ROOT,
                "%-20s %6d %8.1f %8d %6d %9d %10d%n",
                edit,
                tally.edits,
                calm(edit),
                tally.objects,
                tally.most,
                tally.elsewhere,
                tally.distance)));
    table.append(String.format(Locale.ROOT, "area : fresh = %.2f", areaAgainstFresh()));
    return table.toString();
  }
}
