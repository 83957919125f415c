package io.kubilitics.session.map;

import io.kubilitics.layout.Arrangement;
import io.kubilitics.layout.PlanDelta;
import io.kubilitics.layout.Touched;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import io.kubilitics.topology.TopologyListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LAST_LAYOUT = Duration.ofSeconds(10);

  private final ClusterId cluster;
  private final Function<TopologyListener, Topology> following;
  private final BlockLayouts blockLayouts;
  private final Pace pace;
  private final SlotKeeper keeper;
  private final Thread thread;
  private final Object lock = new Object();
  private final Map<Arrangement, LivingArrangement> living = new EnumMap<>(Arrangement.class);
  private @Nullable Topology latest;
  private boolean closed;

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
    this.following = following;
    this.blockLayouts = blockLayouts;
    this.pace = pace;
    this.keeper = new SlotKeeper(cluster, store, pace.save());
    this.thread = Thread.ofPlatform().name("layout-" + cluster).daemon().unstarted(this::run);
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
    synchronized (lock) {
      LivingArrangement asked = asked(arrangement);
      await(asked, () -> asked.published != null);
      return published(asked);
    }
  }

  /// Arranges everything anew, as if nothing had been remembered, and waits for it.
  ///
  /// @return a map of a new epoch
  /// @throws ProblemException as [#latest]
  public LivingMap tidy(Arrangement arrangement) throws InterruptedException {
    synchronized (lock) {
      LivingArrangement asked = asked(arrangement);
      await(asked, () -> asked.published != null);
      long number = ++asked.tidiesAsked;
      lock.notifyAll();
      await(asked, () -> asked.tidiesDone >= number);
      return published(asked);
    }
  }

  /// Tells a listener of the present plan, as a change from nothing, then of every later one.
  ///
  /// @return closed to hear no more; a call that is under way still comes
  public Listening listen(Arrangement arrangement, MapListener listener) {
    synchronized (lock) {
      LivingArrangement asked = asked(arrangement);
      asked.newcomers.add(listener);
      lock.notifyAll();
      return () -> leave(asked, listener);
    }
  }

  /// A listener's stay.
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private void leave(LivingArrangement left, MapListener listener) {
    synchronized (lock) {
      left.newcomers.remove(listener);
      left.listeners.remove(listener);
    }
  }

  private LivingArrangement asked(Arrangement arrangement) {
    throwIfClosed();
    LivingArrangement asked =
        living.computeIfAbsent(
            arrangement,
            key ->
                new LivingArrangement(
                    key,
                    blockLayouts,
                    key == Arrangement.NAMESPACE ? keeper::load : () -> SlotEpoch.empty(1)));
    asked.lastAsked = System.nanoTime();
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
    lock.notifyAll();
    return asked;
  }

  private interface Reached {
    boolean isSo();
  }

  private void await(LivingArrangement asked, Reached reached) throws InterruptedException {
    long end = System.nanoTime() + pace.patience().toNanos();
    while (!reached.isSo()) {
      throwIfClosed();
      if (asked.failure != null && asked.published == null) {
        throw new IllegalStateException("the layout of " + cluster + " failed", asked.failure);
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new ProblemException(
            new Problem.Busy("the map of cluster " + cluster, Duration.ofSeconds(5)));
      }
      lock.wait(Math.max(1, left / 1_000_000));
    }
  }

  private static LivingMap published(LivingArrangement asked) {
    LivingMap map = asked.published;
    if (map == null) {
      throw new IllegalStateException("there is no map although one was waited for");
    }
    return map;
  }

  private void throwIfClosed() {
    if (closed) {
      throw new ProblemException(new Problem.Unreadable("cluster " + cluster, "is being closed"));
    }
  }

  /// What the cluster tells, on its writer's thread.
  private void onChange(Topology current, TopologyDelta delta) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      putForward(current);
      for (LivingArrangement each : living.values()) {
        if (!each.mustStart) {
          each.pending.add(delta);
        }
      }
      lock.notifyAll();
    }
  }

  private void putForward(Topology topology) {
    if (latest == null || latest.revision() < topology.revision()) {
      latest = topology;
    }
  }

  private void run() {
    try {
      Topology from = following.apply(this::onChange);
      synchronized (lock) {
        putForward(from);
      }
      follow();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws InterruptedException {
    long inspected = System.nanoTime();
    while (!isClosed()) {
      List<LivingArrangement.Task> tasks = next();
      long begun = System.nanoTime();
      tasks.forEach(this::lay);
      if (begun - inspected > pace.inspection().toNanos()) {
        inspected = begun;
        tidyWhatIsWorthIt();
      }
      keeper.saveIfDue(begun, this::slots);
      pause(begun + pace.beat().toNanos());
    }
    keeper.save(this::slots);
  }

  private Optional<SlotEpoch> slots() {
    LivingArrangement byNamespace;
    synchronized (lock) {
      byNamespace = living.get(Arrangement.NAMESPACE);
    }
    return byNamespace == null ? Optional.empty() : byNamespace.slots();
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /// Waits for something to do; nothing after a second in which time alone might have brought
  /// something, and when closed.
  private List<LivingArrangement.Task> next() throws InterruptedException {
    synchronized (lock) {
      boolean first = true;
      while (!closed) {
        long now = System.nanoTime();
        letGo(now);
        List<LivingArrangement.Task> due = due(now);
        if (!due.isEmpty() || !first) {
          return due;
        }
        first = !waits();
        lock.wait(first ? 0 : BREATH.toMillis());
      }
      return List.of();
    }
  }

  /// Whether something is to be done when some time has passed.
  private boolean waits() {
    return keeper.isDirty()
        || living.size() > 1
        || living.values().stream().anyMatch(each -> each.failures > 0);
  }

  private List<LivingArrangement.Task> due(long now) {
    List<LivingArrangement.Task> due = new ArrayList<>();
    Topology topology = latest;
    for (LivingArrangement each : living.values()) {
      if (topology != null && each.isDue(now)) {
        each.mustStart = false;
        due.add(each.take(topology));
      }
    }
    return due;
  }

  private void letGo(long now) {
    living
        .values()
        .removeIf(each -> !each.isUsed() && now - each.lastAsked > pace.idle().toNanos());
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
      startAnew(living, bug);
    }
  }

  /// At once the first time; what fails again and again is tried less and less often.
  private void startAnew(LivingArrangement living, Throwable bug) {
    synchronized (lock) {
      living.failure = bug;
      living.mustStart = true;
      living.pending = new Touched();
      if (living.failures > 0) {
        long wait = FIRST_RETRY.toNanos() << Math.min(living.failures - 1, MOST_DOUBLINGS);
        living.notBefore = System.nanoTime() + wait;
      }
      living.failures++;
      lock.notifyAll();
    }
  }

  private void publish(LivingArrangement.Task task, LivingMap map, PlanDelta delta) {
    LivingArrangement living = task.living();
    List<MapListener> newcomers;
    List<MapListener> listeners;
    synchronized (lock) {
      living.published = map;
      living.failure = null;
      living.failures = 0;
      living.tidiesDone = task.tidyNumber();
      listeners = List.copyOf(living.listeners);
      newcomers = List.copyOf(living.newcomers);
      living.listeners.addAll(newcomers);
      living.newcomers.clear();
      lock.notifyAll();
    }
    if (!delta.isEmpty() || delta.fromRevision() != delta.toRevision()) {
      listeners.forEach(each -> tell(each, map, delta));
    }
    if (!newcomers.isEmpty()) {
      PlanDelta all = LivingArrangement.fromNothing(map.plan());
      newcomers.forEach(each -> tell(each, map, all));
    }
  }

  /// A listener's bug is its own.
  private void tell(MapListener listener, LivingMap map, PlanDelta delta) {
    try {
      listener.onPlan(map, delta);
    } catch (RuntimeException bug) {
      LOG.error(
          "cluster {}: a listener failed at revision {}", cluster, map.plan().revision(), bug);
    }
  }

  private void tidyWhatIsWorthIt() {
    List<LivingArrangement> all;
    synchronized (lock) {
      all = List.copyOf(living.values());
    }
    for (LivingArrangement each : all) {
      if (isWorthTidying(each)) {
        LOG.info("cluster {}: the map by {} is tidied", cluster, each.arrangement.text());
        synchronized (lock) {
          each.tidiesAsked++;
        }
      }
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

  private void pause(long until) throws InterruptedException {
    synchronized (lock) {
      long left = until - System.nanoTime();
      while (!closed && left > 0) {
        lock.wait(Math.max(1, left / 1_000_000));
        left = until - System.nanoTime();
      }
    }
  }

  /// Whoever waits is told so; waits for a layout that is under way.
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
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
