package io.kubilitics.api.stream.drawing;

import io.kubilitics.layout.Touched;
import io.kubilitics.layout.plan.PlanDelta;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.session.map.MapListener;
import org.jspecify.annotations.Nullable;

/// The plans of a living map that nobody has looked at yet, put together. Any thread.
final class MapNews implements MapListener {
  /// The latest map.
  ///
  /// @param touched what of the cluster differs from the last map that was taken
  /// @param moved whether anything stands elsewhere
  record Taken(LivingMap map, Touched touched, boolean moved) {}

  private final Runnable told;
  private @Nullable LivingMap map;
  private Touched touched = new Touched();
  private boolean moved;

  /// @param told after each plan
  MapNews(Runnable told) {
    this.told = told;
  }

  @Override
  public void onPlan(LivingMap latest, PlanDelta delta, Touched since) {
    synchronized (this) {
      map = latest;
      touched.add(since);
      moved |= !delta.isEmpty();
    }
    told.run();
  }

  /// Null when there is nothing new.
  synchronized @Nullable Taken take() {
    LivingMap latest = map;
    if (latest == null) {
      return null;
    }
    Taken taken = new Taken(latest, touched, moved);
    map = null;
    touched = new Touched();
    moved = false;
    return taken;
  }

  /// What could not be used counts as not taken, and what differs from before is not known.
  synchronized void putBack(Taken taken) {
    if (map == null) {
      map = taken.map();
    }
    touched = Touched.everything();
    moved = true;
  }
}
