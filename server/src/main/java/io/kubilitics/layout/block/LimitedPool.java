package io.kubilitics.layout.block;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A fixed number of threads, each of which may be busy with one task only for so long. A task that
/// takes longer is given up and told to stop; until it does, another thread takes its place. When
/// too many do not stop, nothing is run any more and every task fails at once.
final class LimitedPool implements AutoCloseable {
  /// Layout is recursive here and there; a fixed depth on every machine.
  private static final long STACK_BYTES = 16L << 20;

  private static final int STUCK_THREADS = 8;
  private static final long IDLE_SECONDS = 30;

  private final Duration limit;
  private final int threads;
  private final ThreadPoolExecutor executor;
  private int stuck;

  LimitedPool(int threads, Duration limit) {
    this.limit = limit;
    this.threads = threads;
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(null, task, "block-layout", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        };
    this.executor =
        new ThreadPoolExecutor(
            threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    executor.allowCoreThreadTimeOut(true);
  }

  /// @throws IllegalStateException when closed
  <T> Run<T> submit(Callable<T> task) {
    Run<T> run = new Run<>(task);
    if (exhausted()) {
      run.refuse();
      return run;
    }
    try {
      executor.execute(run);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("closed", e);
    }
    return run;
  }

  /// Tells all running tasks to stop, and drops those that wait. Whoever waits for one of them gets
  /// an [IllegalStateException].
  @Override
  public void close() {
    for (Runnable waiting : executor.shutdownNow()) {
      if (waiting instanceof Run<?> run) {
        run.drop();
      }
    }
  }

  private synchronized boolean exhausted() {
    return stuck > STUCK_THREADS;
  }

  private synchronized void count(int change) {
    stuck += change;
    int alive = threads + Math.min(stuck, STUCK_THREADS);
    // In this order for both directions: the core may never be larger than the whole.
    executor.setCorePoolSize(Math.min(alive, executor.getMaximumPoolSize()));
    executor.setMaximumPoolSize(alive);
    executor.setCorePoolSize(alive);
  }

  /// A task that threw, or was given up.
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    private FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  final class Run<T> implements Runnable {
    private final Callable<T> task;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Thread thread;
    private long started;
    private boolean ended;
    private boolean givenUp;

    private Run(Callable<T> task) {
      this.task = task;
    }

    private void drop() {
      result.completeExceptionally(new CancellationException());
    }

    private void refuse() {
      result.completeExceptionally(new TimeoutException("too many layouts hang"));
    }

    @Override
    public void run() {
      start();
      try {
        result.complete(task.call());
      } catch (VirtualMachineError e) {
        result.completeExceptionally(e);
        if (!(e instanceof StackOverflowError)) {
          throw e;
        }
      } catch (Exception | Error e) {
        result.completeExceptionally(e);
      } finally {
        end();
      }
    }

    /// Waits for the result, also while the waiting thread is interrupted: it is there in bounded
    /// time.
    T await() throws FailedException {
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return result.get(waiting().toNanos(), TimeUnit.NANOSECONDS);
          } catch (InterruptedException e) {
            interrupted = true;
          } catch (TimeoutException e) {
            giveUpIfOver();
          } catch (CancellationException e) {
            throw new IllegalStateException("closed", e);
          } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private FailedException failure(Throwable cause) {
      if (executor.isShutdown()) {
        throw new IllegalStateException("closed", cause);
      }
      if (cause instanceof VirtualMachineError e && !(e instanceof StackOverflowError)) {
        throw e;
      }
      return new FailedException(cause.toString(), cause);
    }

    private synchronized void start() {
      thread = Thread.currentThread();
      started = System.nanoTime();
    }

    private synchronized void end() {
      ended = true;
      thread = null;
      if (givenUp) {
        count(-1);
      }
      // The thread goes on with other tasks.
      Thread.interrupted();
    }

    private synchronized Duration waiting() {
      if (thread == null) {
        return limit;
      }
      return limit.minusNanos(System.nanoTime() - started).plusMillis(1);
    }

    private synchronized void giveUpIfOver() {
      if (thread == null && !ended && exhausted()) {
        refuse();
      }
      if (thread == null || givenUp || waiting().toMillis() > 1) {
        return;
      }
      givenUp = true;
      count(1);
      thread.interrupt();
      result.completeExceptionally(new TimeoutException("not done within " + limit));
    }
  }
}
