package io.kubilitics.session.map;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Layouts that are made for one answer, on the thread of who asks, no more than two at a time in a
/// process: a function of the objects alone. Any thread.
public final class FreshMaps {
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final BlockLayouts blockLayouts;
  private final Duration patience;
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /// @param blockLayouts closed by whoever made it
  public FreshMaps(BlockLayouts blockLayouts) {
    this(blockLayouts, PATIENCE);
  }

  FreshMaps(BlockLayouts blockLayouts, Duration patience) {
    this.blockLayouts = blockLayouts;
    this.patience = patience;
  }

  /// Lays out, or waits for a few seconds until it may.
  ///
  /// @throws ProblemException `Busy` when others do not end
  public <T> T lay(Function<BlockLayouts, T> layout) throws InterruptedException {
    if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ProblemException(new Problem.Busy("a map of its own", PAUSE));
    }
    try {
      return layout.apply(blockLayouts);
    } finally {
      free.release();
    }
  }
}
