package io.kubilitics.session.map;

import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the places of one map: saves them some seconds after they changed, and at the end. What
/// cannot be read or written costs a line in the log and no more. For the thread of the layout.
final class SlotKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(SlotKeeper.class);

  private final ClusterId cluster;
  private final SlotStore store;
  private final Duration delay;
  private boolean dirty;
  private long dueAt;

  /// @param delay from a change until it is saved
  SlotKeeper(ClusterId cluster, SlotStore store, Duration delay) {
    this.cluster = cluster;
    this.store = store;
    this.delay = delay;
  }

  /// What was saved last; nothing when it cannot be read.
  SlotEpoch load() {
    try {
      return store.load().orElseGet(() -> SlotEpoch.empty(1));
    } catch (ProblemException e) {
      LOG.warn("cluster {}: the map starts afresh: {}", cluster, e.problem().message());
      return SlotEpoch.empty(1);
    }
  }

  /// Tells that places changed.
  void changed(long now) {
    if (!dirty) {
      dirty = true;
      dueAt = now + delay.toNanos();
    }
  }

  boolean isDirty() {
    return dirty;
  }

  /// Saves when it is time to.
  ///
  /// @param slots asked for only then
  void saveIfDue(long now, Supplier<Optional<SlotEpoch>> slots) {
    if (dirty && now - dueAt >= 0) {
      save(slots);
    }
  }

  /// Saves what was not saved yet.
  void save(Supplier<Optional<SlotEpoch>> slots) {
    if (!dirty) {
      return;
    }
    dirty = false;
    try {
      slots.get().ifPresent(store::save);
    } catch (ProblemException e) {
      LOG.warn("cluster {}: the places are not saved: {}", cluster, e.problem().message());
    } catch (RuntimeException bug) {
      LOG.error("cluster {}: the places are not saved", cluster, bug);
    }
  }
}
