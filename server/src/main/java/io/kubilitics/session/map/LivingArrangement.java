package io.kubilitics.session.map;

import io.kubilitics.layout.Layout;
import io.kubilitics.layout.Touched;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.PlanDelta;
import io.kubilitics.layout.plan.PlanDelta.FrameDelta;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One arrangement that is kept up to date. What is marked with "layout" is used by the thread of
/// the layout alone, everything else under the lock of [LivingMaps].
final class LivingArrangement {
  /// What the thread of the layout has to do.
  ///
  /// @param tidies whether to arrange everything anew
  /// @param tidyNumber the last wish to do so that is known
  record Task(
      LivingArrangement living,
      Topology topology,
      Touched touched,
      boolean tidies,
      long tidyNumber) {}

  final Arrangement arrangement;
  final List<MapListener> newcomers = new ArrayList<>();
  final List<MapListener> listeners = new ArrayList<>();
  Touched pending = new Touched();
  boolean mustStart = true;
  long tidiesAsked;
  long tidiesDone;
  long lastAsked;
  long notBefore;
  int failures;
  @Nullable LivingMap published;
  @Nullable Throwable failure;

  private final BlockLayouts blockLayouts;
  private Supplier<SlotEpoch> remembered;

  /// For the layout.
  private @Nullable Layout layout;

  /// @param remembered what is known from before, asked for by the layout
  LivingArrangement(
      Arrangement arrangement, BlockLayouts blockLayouts, Supplier<SlotEpoch> remembered) {
    this.arrangement = arrangement;
    this.blockLayouts = blockLayouts;
    this.remembered = remembered;
  }

  boolean isDue(long now) {
    boolean hasWork =
        mustStart || !pending.isEmpty() || tidiesDone < tidiesAsked || !newcomers.isEmpty();
    return hasWork && now - notBefore >= 0;
  }

  /// Whether somebody hears of it or waits for it.
  boolean isUsed() {
    return arrangement == Arrangement.NAMESPACE
        || published == null
        || tidiesDone < tidiesAsked
        || !listeners.isEmpty()
        || !newcomers.isEmpty();
  }

  /// Takes what has come together since the last time.
  Task take(Topology latest) {
    Task task = new Task(this, latest, pending, tidiesDone < tidiesAsked, tidiesAsked);
    pending = new Touched();
    return task;
  }

  /// Brings the layout up to date; for the layout.
  ///
  /// @return empty when nothing moved
  PlanDelta advance(Task task) {
    Network network = task.topology().network(Viewer.EVERYTHING);
    long revision = task.topology().revision();
    Layout known = layout;
    if (known == null) {
      Layout made = new Layout(arrangement, blockLayouts);
      made.start(network, revision, remembered.get());
      layout = made;
      return made.delta();
    }
    if (task.tidies()) {
      known.tidy(network, revision);
    } else {
      known.follow(network, revision, task.touched());
    }
    return known.delta();
  }

  /// Forgets a layout that failed; the next starts from the objects alone, in an epoch of its own.
  /// For the layout.
  void forget() {
    LivingMap map = published;
    long epoch = map == null ? 1 : map.plan().epoch() + 1;
    layout = null;
    remembered = () -> SlotEpoch.empty(epoch);
  }

  /// For the layout.
  Plan plan() {
    return started().plan();
  }

  /// For the layout; nothing while it has not been started.
  Optional<SlotEpoch> slots() {
    return Optional.ofNullable(layout).map(Layout::slots);
  }

  /// For the layout.
  boolean isWorthTidying() {
    return layout != null && layout.isWorthTidying();
  }

  private Layout started() {
    if (layout == null) {
      throw new IllegalStateException("the layout has not been started");
    }
    return layout;
  }

  /// Everything in a plan as a change from nothing.
  static PlanDelta fromNothing(Plan plan) {
    List<FrameDelta> frames =
        plan.frames().stream()
            .map(frame -> new FrameDelta(frame.key(), frame.rect(), frame.blocks(), List.of()))
            .toList();
    return new PlanDelta(0, plan.revision(), plan.epoch(), frames, List.of());
  }
}
