package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.jspecify.annotations.Nullable;

/// The layered algorithm by ELK. Tries several ways to order the cards, takes the best picture of
/// them, and only one that is clean.
final class ElkLayered implements Layered {
  /// The first gives the better picture, but sets a card too near to the next one at times.
  static final List<EdgeStraighteningStrategy> STRAIGHTENING =
      List.of(EdgeStraighteningStrategy.IMPROVE_STRAIGHTNESS, EdgeStraighteningStrategy.NONE);

  private static final int ORDERED_BOXES = 100;
  private static final int ORDERED_LINKS = 200;

  @Override
  public Placed lay(Shape part, Effort effort) {
    ElkWarmUp.once();
    return Twins.inOrder(part, new Attempts(part, effort).best());
  }

  private record Candidate(Placed placed, int cost) {}

  private static final class Attempts {
    private final Shape part;
    private final Effort effort;
    private final Racks racks;
    private final List<RuntimeException> failures = new ArrayList<>();

    Attempts(Shape part, Effort effort) {
      this.part = part;
      this.effort = effort;
      this.racks = Racks.of(part);
    }

    Placed best() {
      // In a large part nobody sees the order, and a bad one makes routing slow.
      if (effort == Effort.LITTLE || part.boxes() > ORDERED_BOXES || part.links() > ORDERED_LINKS) {
        return clean(Ordering.SWEPT).orElseThrow(this::failure);
      }
      Candidate best = null;
      for (Ordering ordering : Ordering.values()) {
        if (best == null || best.cost() > ordering.handicap()) {
          best = better(best, ordering);
        }
      }
      if (best == null) {
        throw failure();
      }
      return best.placed();
    }

    private @Nullable Candidate better(@Nullable Candidate best, Ordering ordering) {
      Optional<Placed> placed = clean(ordering);
      if (placed.isEmpty()) {
        return best;
      }
      int cost = Crossings.count(part, placed.get()) + ordering.handicap();
      return best == null || cost < best.cost() ? new Candidate(placed.get(), cost) : best;
    }

    private Optional<Placed> clean(Ordering ordering) {
      for (EdgeStraighteningStrategy straightening : STRAIGHTENING) {
        try {
          ElkRun run = new ElkRun(racks.packed(), effort, ordering, straightening);
          Placed placed = racks.unpacked(run.lay(new UntilInterrupted()));
          stopIfInterrupted();
          if (Clean.is(part, placed)) {
            return Optional.of(placed);
          }
        } catch (RuntimeException e) {
          stopIfInterrupted();
          failures.add(e);
        }
      }
      return Optional.empty();
    }

    /// What ELK left behind then is not to be looked at.
    private static void stopIfInterrupted() {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
    }

    private IllegalStateException failure() {
      IllegalStateException failure = new IllegalStateException("no clean layout");
      failures.forEach(failure::addSuppressed);
      return failure;
    }
  }

  /// Tells ELK to stop at the next place where it asks.
  private static final class UntilInterrupted extends BasicProgressMonitor {
    @Override
    public boolean isCanceled() {
      return Thread.currentThread().isInterrupted();
    }
  }
}
