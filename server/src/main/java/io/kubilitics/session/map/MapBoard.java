package io.kubilitics.session.map;

import io.kubilitics.layout.Touched;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What those who ask for maps, the writer of the cluster, and the thread of the layout have in
/// common: which arrangements live, what has changed, what is done. All under one lock, which
/// nobody holds for longer than it takes to note something.
final class MapBoard {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;

  /// Who is to be told of a plan: those who know the one before, and those who know none.
  record Audience(List<MapListener> listeners, List<MapListener> newcomers) {}

  private final ClusterId cluster;
  private final Pace pace;
  private final Function<Arrangement, LivingArrangement> maker;
  private final Map<Arrangement, LivingArrangement> living = new EnumMap<>(Arrangement.class);
  private @Nullable Topology latest;
  private boolean closed;

  /// @param maker makes what is to live
  MapBoard(ClusterId cluster, Pace pace, Function<Arrangement, LivingArrangement> maker) {
    this.cluster = cluster;
    this.pace = pace;
    this.maker = maker;
  }

  /// The latest map; the first one is waited for.
  synchronized LivingMap latest(Arrangement arrangement) throws InterruptedException {
    LivingArrangement asked = asked(arrangement);
    return awaited(asked, () -> true);
  }

  /// A map that was arranged anew after this was called.
  synchronized LivingMap tidied(Arrangement arrangement) throws InterruptedException {
    LivingArrangement asked = asked(arrangement);
    awaited(asked, () -> true);
    long number = ++asked.tidiesAsked;
    notifyAll();
    return awaited(asked, () -> asked.tidiesDone >= number);
  }

  /// Lets an arrangement be made anew when there is time.
  synchronized void tidy(LivingArrangement worn) {
    worn.tidiesAsked++;
  }

  synchronized LivingArrangement join(Arrangement arrangement, MapListener listener) {
    LivingArrangement asked = asked(arrangement);
    asked.newcomers.add(listener);
    return asked;
  }

  /// It counts as asked for until then.
  synchronized void leave(LivingArrangement left, MapListener listener) {
    left.lastAsked = System.nanoTime();
    left.newcomers.remove(listener);
    left.listeners.remove(listener);
  }

  private LivingArrangement asked(Arrangement arrangement) {
    throwIfClosed();
    LivingArrangement asked = living.computeIfAbsent(arrangement, maker);
    asked.lastAsked = System.nanoTime();
    notifyAll();
    return asked;
  }

  private LivingMap awaited(LivingArrangement asked, BooleanSupplier reached)
      throws InterruptedException {
    long end = System.nanoTime() + pace.patience().toNanos();
    while (true) {
      throwIfClosed();
      LivingMap map = asked.published;
      if (map != null && reached.getAsBoolean()) {
        return map;
      }
      if (map == null && asked.failure != null) {
        throw new IllegalStateException("the layout of " + cluster + " failed", asked.failure);
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new ProblemException(new Problem.Busy("the map of cluster " + cluster, PAUSE));
      }
      wait(millis(left));
    }
  }

  private static long millis(long nanos) {
    return Math.max(1, nanos / 1_000_000);
  }

  private void throwIfClosed() {
    if (closed) {
      throw new ProblemException(new Problem.Unreadable("cluster " + cluster, "is being closed"));
    }
  }

  /// What the cluster tells, on its writer's thread.
  synchronized void change(Topology current, TopologyDelta delta) {
    if (closed) {
      return;
    }
    putForward(current);
    for (LivingArrangement each : living.values()) {
      if (!each.mustStart) {
        each.pending.add(delta);
      }
    }
    notifyAll();
  }

  /// Tells of a state of the cluster; an older one than is known counts for nothing.
  synchronized void putForward(Topology topology) {
    if (latest == null || latest.revision() < topology.revision()) {
      latest = topology;
    }
  }

  /// Waits for something to do; nothing after a second in which time alone might have brought
  /// something, and when closed.
  ///
  /// @param waits whether the caller has something to do when some time has passed
  synchronized List<LivingArrangement.Task> next(boolean waits) throws InterruptedException {
    boolean again = false;
    while (!closed) {
      long now = System.nanoTime();
      letGo(now);
      List<LivingArrangement.Task> due = due(now);
      if (!due.isEmpty() || again) {
        return due;
      }
      again = waits || timeCounts();
      wait(again ? BREATH.toMillis() : 0);
    }
    return List.of();
  }

  private boolean timeCounts() {
    return living.size() > 1 || living.values().stream().anyMatch(each -> each.failures > 0);
  }

  private List<LivingArrangement.Task> due(long now) {
    List<LivingArrangement.Task> due = new ArrayList<>();
    Topology topology = latest;
    for (LivingArrangement each : living.values()) {
      if (topology != null && each.isDue(now)) {
        if (each.mustStart) {
          each.pending = Touched.everything();
        }
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

  synchronized Audience publish(LivingArrangement.Task task, LivingMap map) {
    LivingArrangement done = task.living();
    done.published = map;
    done.failure = null;
    done.failures = 0;
    done.tidiesDone = task.tidyNumber();
    Audience audience = new Audience(List.copyOf(done.listeners), List.copyOf(done.newcomers));
    done.listeners.addAll(done.newcomers);
    done.newcomers.clear();
    notifyAll();
    return audience;
  }

  /// At once the first time; what fails again and again is tried less and less often.
  synchronized void startAnew(LivingArrangement failed, Throwable bug) {
    failed.failure = bug;
    failed.mustStart = true;
    failed.pending = new Touched();
    if (failed.failures > 0) {
      long delay = FIRST_RETRY.toNanos() << Math.min(failed.failures - 1, MOST_DOUBLINGS);
      failed.notBefore = System.nanoTime() + delay;
    }
    failed.failures++;
    notifyAll();
  }

  synchronized List<LivingArrangement> all() {
    return List.copyOf(living.values());
  }

  synchronized Optional<LivingArrangement> living(Arrangement arrangement) {
    return Optional.ofNullable(living.get(arrangement));
  }

  /// Waits for an instant, or for the end.
  synchronized void pause(long until) throws InterruptedException {
    long left = until - System.nanoTime();
    while (!closed && left > 0) {
      wait(millis(left));
      left = until - System.nanoTime();
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /// Whoever waits is told so.
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
