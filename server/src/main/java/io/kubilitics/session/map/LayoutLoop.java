package io.kubilitics.session.map;

import io.kubilitics.layout.Touched;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.PlanDelta;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.model.ClusterId;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of the layout of one cluster: brings what lives up to date, tells who listens, saves
/// the places of the map by namespace, and now and then looks whether a map should be tidied.
final class LayoutLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LayoutLoop.class);

  private final ClusterId cluster;
  private final Function<TopologyListener, Topology> following;
  private final MapBoard board;
  private final SlotKeeper keeper;
  private final Pace pace;

  LayoutLoop(
      ClusterId cluster,
      Function<TopologyListener, Topology> following,
      MapBoard board,
      SlotKeeper keeper,
      Pace pace) {
    this.cluster = cluster;
    this.following = following;
    this.board = board;
    this.keeper = keeper;
    this.pace = pace;
  }

  @Override
  public void run() {
    try {
      board.putForward(following.apply(board::change));
      follow();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws InterruptedException {
    long inspected = System.nanoTime();
    while (!board.isClosed()) {
      List<LivingArrangement.Task> tasks = board.next(keeper.isDirty());
      long begun = System.nanoTime();
      tasks.forEach(this::lay);
      if (begun - inspected > pace.inspection().toNanos()) {
        inspected = begun;
        board.all().stream().filter(this::isWorthTidying).forEach(board::tidy);
      }
      keeper.saveIfDue(begun, this::slots);
      board.pause(begun + pace.beat().toNanos());
    }
    keeper.save(this::slots);
  }

  private Optional<SlotEpoch> slots() {
    return board.living(Arrangement.NAMESPACE).flatMap(LivingArrangement::slots);
  }

  private void lay(LivingArrangement.Task task) {
    LivingArrangement living = task.living();
    try {
      PlanDelta delta = living.advance(task);
      if (living.arrangement == Arrangement.NAMESPACE && !delta.isEmpty()) {
        keeper.changed(System.nanoTime());
      }
      publish(task, new LivingMap(living.plan(), task.topology()), delta);
    } catch (RuntimeException | Error bug) {
      LOG.error(
          "cluster {}: the layout by {} failed at revision {} and starts anew",
          cluster,
          living.arrangement.text(),
          task.topology().revision(),
          bug);
      living.forget();
      board.startAnew(living, bug);
    }
  }

  private void publish(LivingArrangement.Task task, LivingMap map, PlanDelta delta) {
    MapBoard.Audience audience = board.publish(task, map);
    if (!delta.isEmpty() || delta.fromRevision() != delta.toRevision()) {
      audience.listeners().forEach(each -> tell(each, map, delta, task.touched()));
    }
    if (!audience.newcomers().isEmpty()) {
      PlanDelta all = LivingArrangement.fromNothing(map.plan());
      audience.newcomers().forEach(each -> tell(each, map, all, Touched.everything()));
    }
  }

  /// A listener's bug is its own.
  private void tell(MapListener listener, LivingMap map, PlanDelta delta, Touched touched) {
    try {
      listener.onPlan(map, delta, touched);
    } catch (RuntimeException bug) {
      LOG.error(
          "cluster {}: a listener failed at revision {}", cluster, map.plan().revision(), bug);
    }
  }

  private boolean isWorthTidying(LivingArrangement living) {
    try {
      return living.isWorthTidying();
    } catch (RuntimeException bug) {
      LOG.error("cluster {}: whether to tidy is not known", cluster, bug);
      return false;
    }
  }
}
