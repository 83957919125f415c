package io.kubilitics.source.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// When a server is asked what it serves: once at a time, soon after a change and some times more,
/// and in any case from time to time. Used by the plan's thread only.
final class Rediscovery {
  /// What is served shows itself some time after its definition has changed.
  private static final int[] LOOKS_AFTER_CHANGE = {4, 16};

  private final ClusterPace pace;
  private final Timer timer;
  private final Runnable ask;
  private final List<Future<?>> looksAfterChange = new ArrayList<>();
  private @Nullable Future<?> next;
  private boolean isLookDue;
  private boolean isAsking;
  private boolean isAskedAgain;

  /// Runs something on the plan's thread after a pause.
  interface Timer {
    /// Begins the pause.
    ///
    /// @return null when nothing is run any more
    @Nullable Future<?> start(Duration pause, Runnable task);
  }

  /// Asks nothing yet.
  ///
  /// @param ask puts the question; [#answered] is called when it is over, whatever came of it
  Rediscovery(ClusterPace pace, Timer timer, Runnable ask) {
    this.pace = pace;
    this.timer = timer;
    this.ask = ask;
  }

  /// Asks, or asks once more after the answer that is awaited.
  void now() {
    if (isAsking) {
      isAskedAgain = true;
      return;
    }
    isAsking = true;
    ask.run();
  }

  /// What is served may have changed. Changes that come together are one.
  void soon() {
    if (!isLookDue) {
      isLookDue = true;
      Future<?> _ = timer.start(pace.settle(), this::lookAfterChange);
    }
    looksAfterChange.forEach(look -> look.cancel(false));
    looksAfterChange.clear();
    for (int times : LOOKS_AFTER_CHANGE) {
      Future<?> look = timer.start(pace.settle().multipliedBy(times), this::now);
      if (look != null) {
        looksAfterChange.add(look);
      }
    }
  }

  private void lookAfterChange() {
    isLookDue = false;
    now();
  }

  /// The question is over.
  ///
  /// @param isWhole whether nothing of the answer is unknown
  void answered(boolean isWhole) {
    isAsking = false;
    if (isAskedAgain) {
      isAskedAgain = false;
      now();
      return;
    }
    if (next != null) {
      next.cancel(false);
    }
    next = timer.start(isWhole ? pace.rediscovery() : pace.hurriedRediscovery(), this::now);
  }
}
