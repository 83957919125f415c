package io.kubilitics.diff;

import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of both sides some objects ahead of who compares them: each may be a request to
/// a server, and two clusters have thousands. In the order of the ids. One thread asks; whoever
/// made it closes it.
final class BodiesAhead implements AutoCloseable {
  /// Objects under way at once, of either side.
  static final int AHEAD = 16;

  private final Side left;
  private final Side right;
  private final Iterator<ResourceId> ids;
  private final ExecutorService readers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("diff-body-", 0).factory());
  private final Deque<Future<Pair>> underWay = new ArrayDeque<>();

  BodiesAhead(Side left, Side right, Iterator<ResourceId> ids) {
    this.left = left;
    this.right = right;
    this.ids = ids;
  }

  /// Both bodies of one object, null where there is none.
  record Pair(@Nullable Body left, @Nullable Body right) {}

  /// The bodies of the next object.
  ///
  /// @throws ProblemException when one cannot be read
  Pair next() {
    while (underWay.size() < AHEAD && ids.hasNext()) {
      ResourceId id = ids.next();
      underWay.add(readers.submit(() -> read(id)));
    }
    try {
      return underWay.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while bodies were read", e);
    }
  }

  private Pair read(ResourceId id) {
    return new Pair(left.bodies().apply(id).orElse(null), right.bodies().apply(id).orElse(null));
  }

  /// Ends what is under way.
  @Override
  public void close() {
    readers.shutdownNow();
  }
}
