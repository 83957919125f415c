package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The body of one answer: filled by the HTTP client, read by one thread. It asks the client for a
/// few pieces ahead and for no more until they are read, so a slow reader makes the server wait
/// instead of filling memory. Any thread may close or break it.
final class BodyPipe extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {
  /// Pieces that may wait here; one is at most a frame of 16 KiB.
  private static final int AHEAD = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private final Duration silence;
  private final Function<Throwable, IOException> inWords;
  private final Runnable whenOver;
  private final Runnable whenSilent;

  private @Nullable AsyncBody source;
  private int asked;
  private boolean ended;
  private boolean over;
  private @Nullable IOException failure;

  /// @param silence how long a read waits for the next octet
  /// @param inWords makes the failure of a reader out of that of the client
  /// @param whenOver run once, when the exchange has ended in whatever way
  /// @param whenSilent run when a read has waited for too long
  BodyPipe(
      Duration silence,
      Function<Throwable, IOException> inWords,
      Runnable whenOver,
      Runnable whenSilent) {
    this.silence = silence;
    this.inWords = inWords;
    this.whenOver = whenOver;
    this.whenSilent = whenSilent;
  }

  /// The head of the answer is there.
  void attach(AsyncBody body) {
    lock.lock();
    try {
      source = body;
    } finally {
      lock.unlock();
    }
    var _ = body.done().whenComplete((_, thrown) -> finish(thrown == null ? null : inWords.apply(thrown)));
    if (isBroken()) {
      body.cancel();
    }
  }

  private boolean isBroken() {
    lock.lock();
    try {
      return failure != null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void consume(List<ByteBuffer> pieces, AsyncBody body) {
    lock.lock();
    try {
      asked--;
      if (failure == null) {
        for (ByteBuffer piece : pieces) {
          if (piece.hasRemaining()) {
            waiting.add(piece);
          }
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Ends the exchange; what waits here is still read when there was no failure.
  private void finish(@Nullable IOException thrown) {
    boolean first;
    lock.lock();
    try {
      first = !over;
      over = true;
      if (first && thrown == null) {
        ended = true;
      } else if (failure == null && !ended) {
        failure = thrown;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (first) {
      whenOver.run();
    }
  }

  /// Ends the exchange at once: readers are told why, what waits is thrown away.
  void abort(IOException reason) {
    AsyncBody body;
    lock.lock();
    try {
      if (failure == null) {
        failure = reason;
      }
      waiting.clear();
      body = source;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (body != null) {
      body.cancel();
    }
    finish(reason);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    Objects.checkFromIndexSize(from, most, into.length);
    if (most == 0) {
      return 0;
    }
    lock.lock();
    try {
      long left = silence.toNanos();
      while (true) {
        if (failure != null) {
          throw again(failure);
        }
        ByteBuffer piece = waiting.peek();
        if (piece != null) {
          return taken(piece, into, from, most);
        }
        if (ended) {
          return -1;
        }
        askForMore();
        if (waiting.isEmpty() && !over) {
          left = changed.awaitNanos(left);
          if (left <= 0 && waiting.isEmpty() && !over) {
            whenSilent.run();
            throw new IOException("nothing was heard for " + silence.toSeconds() + " s");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    } finally {
      lock.unlock();
    }
  }

  private int taken(ByteBuffer piece, byte[] into, int from, int most) {
    int length = Math.min(most, piece.remaining());
    piece.get(into, from, length);
    if (!piece.hasRemaining()) {
      waiting.remove();
      askForMore();
    }
    return length;
  }

  /// May be called back with a piece before it returns.
  private void askForMore() {
    AsyncBody body = source;
    while (body != null && !over && asked + waiting.size() < AHEAD) {
      asked++;
      body.consume();
    }
  }

  /// A new exception for each reader: its stack trace is the reader's.
  private static IOException again(IOException failure) {
    return new IOException(failure.getMessage(), failure.getCause());
  }

  @Override
  public int available() {
    lock.lock();
    try {
      return waiting.stream().mapToInt(ByteBuffer::remaining).sum();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    abort(new IOException("closed"));
  }
}
