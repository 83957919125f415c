package io.kubilitics.session.map;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyListener;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The maps of one cluster that follow it and keep their places, one for each arrangement somebody
/// asks for. A thread of its own lays out; it starts with the first question. While it is busy the
/// changes of the cluster are put together, so the writer of the cluster never waits for it.
///
/// Any thread may ask. A bug in a layout is logged; its map stays as it was until the arrangement
/// has been started anew. An arrangement other than by namespace that nobody has asked for in ten
/// minutes is let go.
public final class LivingMaps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LivingMaps.class);
  private static final Duration LAST_LAYOUT = Duration.ofSeconds(10);

  private final ClusterId cluster;
  private final MapBoard board;

  /// How often each arrangement was made; used under the lock of the board.
  private final Map<Arrangement, Long> epochs = new EnumMap<>(Arrangement.class);

  private final Thread thread;

  /// @param following lets a listener follow the cluster, and tells from where
  /// @param blockLayouts closed by whoever made it, after this
  /// @param store of the places of the map by namespace
  LivingMaps(
      ClusterId cluster,
      Function<TopologyListener, Topology> following,
      BlockLayouts blockLayouts,
      SlotStore store,
      Pace pace) {
    this.cluster = cluster;
    SlotKeeper keeper = new SlotKeeper(cluster, store, pace.save());
    this.board =
        new MapBoard(
            cluster,
            pace,
            arrangement ->
                new LivingArrangement(arrangement, blockLayouts, remembered(arrangement, keeper)));
    this.thread =
        Thread.ofPlatform()
            .name("layout-" + cluster)
            .daemon()
            .unstarted(new LayoutLoop(cluster, following, board, keeper, pace));
  }

  /// What is let go and made again is of another epoch: its places are others.
  private Supplier<SlotEpoch> remembered(Arrangement arrangement, SlotKeeper keeper) {
    long epoch = epochs.merge(arrangement, 1L, Long::sum);
    return arrangement == Arrangement.NAMESPACE ? keeper::load : () -> SlotEpoch.empty(epoch);
  }

  /// Maps of what somebody follows.
  ///
  /// @param following lets a listener follow the cluster, and tells from where
  /// @param blockLayouts closed by whoever made it, after this
  /// @param store of the places of the map by namespace
  public static LivingMaps of(
      ClusterId cluster,
      Function<TopologyListener, Topology> following,
      BlockLayouts blockLayouts,
      SlotStore store) {
    return new LivingMaps(cluster, following, blockLayouts, store, Pace.USUAL);
  }

  /// The latest map. The first one is waited for.
  ///
  /// @throws ProblemException `Busy` when it takes too long, `Unreadable` when the cluster is being
  ///   closed
  public LivingMap latest(Arrangement arrangement) throws InterruptedException {
    start();
    return board.latest(arrangement);
  }

  /// Arranges everything anew, as if nothing had been remembered, and waits for it.
  ///
  /// @return a map of a new epoch
  /// @throws ProblemException as [#latest]
  public LivingMap tidy(Arrangement arrangement) throws InterruptedException {
    start();
    return board.tidied(arrangement);
  }

  /// Tells a listener of the present plan, as a change from nothing, then of every later one.
  ///
  /// @return closed to hear no more; a call that is under way still comes
  /// @throws ProblemException `Unreadable` when the cluster is being closed
  public Listening listen(Arrangement arrangement, MapListener listener) {
    start();
    LivingArrangement joined = board.join(arrangement, listener);
    return () -> board.leave(joined, listener);
  }

  /// A listener's stay.
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private synchronized void start() {
    if (thread.getState() == Thread.State.NEW && !board.isClosed()) {
      thread.start();
    }
  }

  /// Begins to end: whoever waits is told so.
  void stop() {
    board.close();
  }

  /// [#stop]; waits for a layout that is under way, and saves the places.
  @Override
  public void close() {
    stop();
    try {
      thread.join(LAST_LAYOUT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("cluster {}: a layout does not end", cluster);
    }
  }
}
