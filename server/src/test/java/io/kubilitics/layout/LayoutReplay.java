package io.kubilitics.layout;

import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A cluster whose changes a layout follows. After each step everything that must hold of a plan is
/// checked, and the step is scored by what moved.
final class LayoutReplay {
  /// What a step did to the objects that are there before and after it.
  ///
  /// @param moved how far, in map units, for each card and cell that stands elsewhere now
  /// @param changed what stands in blocks that were made anew
  record Step(Map<ResourceId, Integer> moved, Set<ResourceId> changed) {
    /// The same for some of the objects only.
    Step of(Set<ResourceId> some) {
      Map<ResourceId, Integer> rest = new HashMap<>(moved);
      rest.keySet().retainAll(some);
      return new Step(rest, changed);
    }

    /// How many moved although nothing changed in their block.
    long elsewhere() {
      return moved.keySet().stream().filter(id -> !changed.contains(id)).count();
    }

    long distance() {
      return moved.values().stream().mapToLong(Integer::longValue).sum();
    }
  }

  private final Engine engine = new Engine(Bundled.catalogue().relations());
  private final BlockLayouts blockLayouts;
  private final Layout layout;
  private final PlanCheck check = new PlanCheck();
  private Touched touched = new Touched();
  private Spots spots;

  /// @param objects that are there from the start
  LayoutReplay(Arrangement arrangement, BlockLayouts blockLayouts, List<Change> objects) {
    this.blockLayouts = blockLayouts;
    this.layout = new Layout(arrangement, blockLayouts);
    engine.apply(objects);
    engine.listen((_, delta) -> touched.add(delta));
    touched = new Touched();
    layout.start(network(), engine.current().revision());
    spots = check.check(layout.plan(), network());
  }

  /// Applies changes as one revision and follows it.
  Step step(List<Change> changes) {
    change(changes);
    return follow();
  }

  /// Applies changes that the layout is not told of yet.
  void change(List<Change> changes) {
    engine.apply(changes);
  }

  /// Follows everything that changed since the last time.
  Step follow() {
    Touched what = touched;
    touched = new Touched();
    return follow(what);
  }

  Step follow(Touched what) {
    Plan before = layout.plan();
    layout.follow(network(), engine.current().revision(), what);
    return checked(before);
  }

  Step tidy() {
    Plan before = layout.plan();
    layout.tidy(network(), engine.current().revision());
    return checked(before);
  }

  private Step checked(Plan before) {
    Spots was = spots;
    spots = check.check(layout.plan(), network());
    PlanCheck.checkDelta(before, layout.delta(), layout.plan());
    return new Step(was.movedTo(spots), changed(before));
  }

  private Set<ResourceId> changed(Plan before) {
    Set<List<CardPlan>> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    before.frames().forEach(frame -> frame.blocks().forEach(block -> kept.add(block.cards())));
    Set<ResourceId> changed = new HashSet<>();
    for (FramePlan frame : plan().frames()) {
      for (BlockPlan block : frame.blocks()) {
        if (!kept.contains(block.cards())) {
          for (CardPlan card : block.cards()) {
            changed.add(card.id());
            changed.addAll(card.cells().values());
          }
        }
      }
    }
    return changed;
  }

  /// What a layout without a past makes of the objects that are there.
  Plan fresh() {
    return Layout.fresh(
        layout.plan().arrangement(), network(), engine.current().revision(), blockLayouts);
  }

  Layout layout() {
    return layout;
  }

  Plan plan() {
    return layout.plan();
  }

  Spots spots() {
    return spots;
  }

  Topology topology() {
    return engine.current();
  }

  /// Everything that changed and was not followed yet.
  Touched touched() {
    return touched;
  }

  Network network() {
    return engine.current().network(Viewer.EVERYTHING);
  }
}
