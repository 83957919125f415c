package io.kubilitics.store;

import io.kubilitics.model.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way into a cluster's state: a bounded queue that keeps only the newest state of each
/// object, and the one thread that applies what is in it, in batches.
///
/// Any thread may submit; who submits faster than the writer applies, waits.
public final class Intake implements AutoCloseable {
  /// Objects waiting at most; about the largest batch.
  public static final int CAPACITY = 8_192;

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final String cluster;
  private final Consumer<List<Change>> writer;
  private final Thread thread;
  private final Object lock = new Object();
  private Map<Object, Change> waiting = new LinkedHashMap<>();
  private long submitted;
  private long applied;
  private long failedBatches;
  private boolean closed;
  private @Nullable Error fatal;

  private Intake(String cluster, Consumer<List<Change>> writer) {
    this.cluster = cluster;
    this.writer = writer;
    this.thread = Thread.ofPlatform().name("writer-" + cluster).daemon().unstarted(this::run);
  }

  /// Starts the writer thread.
  ///
  /// @param writer applies a batch; called by the writer thread only
  public static Intake open(String cluster, Consumer<List<Change>> writer) {
    Intake intake = new Intake(cluster, writer);
    intake.thread.start();
    return intake;
  }

  /// Queues changes; a change that waits is replaced by a newer one of the same object. Blocks
  /// while the queue is full. After [#close] changes are dropped.
  ///
  /// @throws IllegalStateException when the writer has died of an error such as lack of memory
  public void submit(List<Change> changes) throws InterruptedException {
    synchronized (lock) {
      for (Change change : changes) {
        Object key = key(change);
        while (!closed && waiting.size() >= CAPACITY && !waiting.containsKey(key)) {
          lock.wait();
        }
        throwIfDead();
        if (closed) {
          return;
        }
        waiting.put(key, change);
        submitted++;
        lock.notifyAll();
      }
    }
  }

  /// Waits until everything submitted so far is applied.
  ///
  /// @throws IllegalStateException when the writer has died of an error such as lack of memory
  public void flush() throws InterruptedException {
    synchronized (lock) {
      long until = submitted;
      while (applied < until && !closed) {
        lock.wait();
      }
      throwIfDead();
    }
  }

  private void throwIfDead() {
    if (fatal != null) {
      throw new IllegalStateException("the writer of cluster " + cluster + " has died", fatal);
    }
  }

  /// Batches that ended in a bug; each is in the log.
  public long failedBatches() {
    synchronized (lock) {
      return failedBatches;
    }
  }

  private void run() {
    try {
      boolean open = true;
      while (open) {
        open = applyNext();
      }
    } catch (Error error) {
      LOG.error("cluster {}: the writer has died", cluster, error);
      synchronized (lock) {
        fatal = error;
        closed = true;
        lock.notifyAll();
      }
    }
  }

  /// Waits for changes and applies them; false when closed.
  private boolean applyNext() {
    List<Change> batch;
    long upTo;
    synchronized (lock) {
      while (waiting.isEmpty() && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException _) {
          closed = true;
        }
      }
      if (closed) {
        lock.notifyAll();
        return false;
      }
      batch = new ArrayList<>(waiting.values());
      waiting = new LinkedHashMap<>();
      upTo = submitted;
      lock.notifyAll();
    }
    boolean failed = !apply(batch);
    synchronized (lock) {
      applied = upTo;
      failedBatches += failed ? 1 : 0;
      lock.notifyAll();
    }
    return true;
  }

  private boolean apply(List<Change> batch) {
    try {
      writer.accept(batch);
      return true;
    } catch (RuntimeException | StackOverflowError bug) {
      LOG.error("cluster {}: a batch of {} changes failed", cluster, batch.size(), bug);
      return false;
    }
  }

  private static Object key(Change change) {
    return switch (change) {
      case Change.Put put -> put.resource().id();
      case Change.Gone gone -> gone.id();
      case Change.Known known -> List.of(known.state().kind(), known.state().namespace());
      case Change.Now _ -> Change.Now.class;
    };
  }

  /// Ends the writer thread after the batch it is at; what still waits is dropped. Never called by
  /// the writer itself.
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
