package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The one request a feed has under way. The feed's thread sends, reads and ends it; any thread may
/// cut it off, which ends whatever the feed's thread waits for. Nobody waits longer than a limit,
/// as long as somebody calls [#check] now and then.
final class Flight {
  private final Connection connection;
  private final LongSupplier nanos;

  private @Nullable Thread sender;
  private @Nullable Reply reply;
  private @Nullable Cut cut;
  private boolean isOver = true;
  private boolean isClosed;

  /// Why a request was ended before its time.
  enum Cut {
    /// To begin again at once.
    AGAIN("it is asked again"),
    SILENT("the API server says nothing"),
    SLOW("the answer takes too long"),
    CLOSED("closed");

    private final String reason;

    Cut(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /// Since when something is waited for in the time of the machine, and for how long at most.
  private volatile long waitingSince;

  private volatile boolean isWaiting;
  private volatile long limit;
  private volatile long deadline;

  /// No request yet.
  ///
  /// @param nanos the machine's own time, which stands still while that sleeps
  Flight(Connection connection, LongSupplier nanos) {
    this.connection = connection;
    this.nanos = nanos;
  }

  /// Sends a request.
  ///
  /// @param head how long its answer may take to begin
  /// @param silence how long the answer may then bring nothing
  /// @throws IOException with the reason when it was cut off
  Reply send(Errand errand, Ask ask, Duration head, Duration silence)
      throws IOException, InterruptedException {
    begin(head);
    @Nullable Reply answered = null;
    try {
      answered = connection.send(errand, ask);
    } catch (InterruptedException | InterruptedIOException e) {
      if (cut() == null) {
        throw e;
      }
    } finally {
      isWaiting = false;
      landed(answered);
    }
    Cut reason = cut();
    if (reason != null || answered == null) {
      end();
      throw new IOException(reason == null ? "no answer" : reason.reason());
    }
    limit = silence.toNanos();
    return answered;
  }

  private synchronized void begin(Duration head) throws IOException {
    if (isClosed) {
      throw new IOException(Cut.CLOSED.reason());
    }
    cut = null;
    isOver = false;
    sender = Thread.currentThread();
    deadline = Long.MAX_VALUE;
    limit = head.toNanos();
    wait(true);
  }

  /// An interruption that was meant for this request must not hit the next one.
  private synchronized void landed(@Nullable Reply answered) {
    sender = null;
    reply = answered;
    if (cut != null) {
      boolean _ = Thread.interrupted();
    }
  }

  /// From now on the request as a whole is over at a moment.
  void mustEndWithin(Duration time) {
    deadline = nanos.getAsLong() + time.toNanos();
  }

  /// It may take as long as it wants.
  void mayLast() {
    deadline = Long.MAX_VALUE;
  }

  /// The octets of the answer; the time that passes while one is waited for counts as silence.
  ///
  /// @param beforeWaiting called when nothing more is there just now
  InputStream body(Reply reply, Runnable beforeWaiting) {
    return new Body(reply.body(), beforeWaiting);
  }

  private void wait(boolean isWaiting) {
    waitingSince = nanos.getAsLong();
    this.isWaiting = isWaiting;
  }

  /// Why it was cut off, or null.
  synchronized @Nullable Cut cut() {
    return cut;
  }

  /// Ends the request that is under way, if there is one.
  void cut(Cut reason) {
    Reply open;
    synchronized (this) {
      isClosed |= reason == Cut.CLOSED;
      if (isOver || cut != null) {
        return;
      }
      cut = reason;
      open = reply;
      if (sender != null) {
        sender.interrupt();
      }
    }
    if (open != null) {
      open.close();
    }
  }

  /// Cuts off what takes too long. Called now and then by another thread.
  void check() {
    long now = nanos.getAsLong();
    if (!isWaiting) {
      return;
    }
    if (now - waitingSince > limit) {
      cut(Cut.SILENT);
    } else if (isLate()) {
      cut(Cut.SLOW);
    }
  }

  /// Whether the request as a whole has taken too long.
  boolean isLate() {
    long moment = deadline;
    return moment != Long.MAX_VALUE && nanos.getAsLong() - moment > 0;
  }

  /// The machine's own time.
  long now() {
    return nanos.getAsLong();
  }

  /// The request is over.
  void end() {
    Reply open;
    synchronized (this) {
      isOver = true;
      open = reply;
      reply = null;
      deadline = Long.MAX_VALUE;
    }
    isWaiting = false;
    if (open != null) {
      open.close();
    }
  }

  private final class Body extends FilterInputStream {
    private final Runnable beforeWaiting;

    Body(InputStream in, Runnable beforeWaiting) {
      super(in);
      this.beforeWaiting = beforeWaiting;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("octet by octet is too slow");
    }

    @Override
    public int read(byte[] octets, int from, int count) throws IOException {
      if (in.available() == 0) {
        beforeWaiting.run();
      }
      Flight.this.wait(true);
      try {
        return super.read(octets, from, count);
      } finally {
        isWaiting = false;
      }
    }
  }
}
