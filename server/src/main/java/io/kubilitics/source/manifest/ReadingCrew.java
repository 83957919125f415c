package io.kubilitics.source.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Reads pieces on several threads and hands over what came of them in the order in which the
/// pieces came, with a bound on what is under way. Called by one thread, which takes the results.
final class ReadingCrew implements AutoCloseable {
  private static final int MOST_THREADS = 4;

  /// Pieces are handed to a thread in loads of about this size.
  private static final int LOAD_BYTES = 1 << 17;

  private static final int LOAD_PIECES = 64;

  /// How much may be under way at once, unless it is one load.
  private static final int MOST_BYTES = 12 << 20;

  private final Arrivals arrivals;
  private final ExecutorService threads;
  private final ThreadLocal<PieceReader> readers;
  private final Deque<Load> underWay = new ArrayDeque<>();
  private List<Task> next = new ArrayList<>();
  private int nextBytes;
  private long bytesUnderWay;

  private record Task(ReadingFile file, Piece piece, boolean again) {}

  private record Result(Task task, List<Reading> readings, List<KeptBodies.Entry> bodies) {}

  private record Load(Future<List<Result>> results, int bytes) {}

  ReadingCrew(Supplier<PieceReader> newReader, Arrivals arrivals) {
    this.arrivals = arrivals;
    readers = ThreadLocal.withInitial(newReader);
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("manifest-reader-", 1).factory());
  }

  void read(ReadingFile file, Piece piece) throws InterruptedException {
    read(new Task(file, piece, false));
  }

  /// Reads what waited for definitions once more, after everything else.
  void readAgain() throws InterruptedException {
    finish();
    for (Waiting.Read waiting : arrivals.toReadAgain()) {
      read(new Task(waiting.file(), waiting.piece(), true));
    }
    finish();
  }

  private void read(Task task) throws InterruptedException {
    Piece piece = task.piece;
    next.add(task);
    nextBytes += piece.size();
    if (nextBytes >= LOAD_BYTES || next.size() >= LOAD_PIECES) {
      send();
    }
  }

  /// Waits for everything that is under way.
  void finish() throws InterruptedException {
    send();
    while (!underWay.isEmpty()) {
      takeFirst();
    }
  }

  /// Ends the threads; what is under way is dropped.
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void send() throws InterruptedException {
    if (next.isEmpty()) {
      return;
    }
    List<Task> load = next;
    underWay.addLast(new Load(threads.submit(() -> results(load)), nextBytes));
    bytesUnderWay += nextBytes;
    next = new ArrayList<>();
    nextBytes = 0;
    while (!underWay.isEmpty()
        && (bytesUnderWay > MOST_BYTES || underWay.getFirst().results.isDone())) {
      takeFirst();
    }
  }

  private List<Result> results(List<Task> load) {
    PieceReader reader = readers.get();
    return load.stream()
        .map(task -> new Result(task, reader.read(task.piece), reader.bodies(task.piece)))
        .toList();
  }

  private void takeFirst() throws InterruptedException {
    Load load = underWay.removeFirst();
    bytesUnderWay -= load.bytes;
    for (Result result : resultsOf(load)) {
      ReadingFile file = result.task.file;
      file.remember(result.task.piece, result.readings, result.bodies);
      if (result.task.again) {
        arrivals.addAgain(file, result.readings);
      } else {
        arrivals.add(file, result.task.piece, result.readings);
      }
    }
  }

  private static List<Result> resultsOf(Load load) throws InterruptedException {
    try {
      return load.results.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException("a reading thread failed", e.getCause());
    }
  }
}
