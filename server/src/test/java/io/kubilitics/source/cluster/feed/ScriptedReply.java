package io.kubilitics.source.cluster.feed;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One request and its answer as the test gives it. The test calls what answers; the feed reads.
final class ScriptedReply implements Reply {
  private final Errand errand;
  private final Ask ask;
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Pipe pipe = new Pipe();
  private volatile int status;
  private volatile @Nullable Duration retryAfter;
  private volatile @Nullable Exception failure;

  ScriptedReply(Errand errand, Ask ask) {
    this.errand = errand;
    this.ask = ask;
  }

  Errand errand() {
    return errand;
  }

  String path() {
    return ask.path();
  }

  String accept() {
    return ask.accept();
  }

  ScriptedReply ok() {
    return head(200);
  }

  ScriptedReply head(int status) {
    this.status = status;
    answered.countDown();
    return this;
  }

  /// Sends a part of the body; the head before it if need be.
  ScriptedReply send(String text) {
    if (answered.getCount() > 0) {
      ok();
    }
    pipe.add(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// An event of a watch.
  ScriptedReply event(String type, String object) {
    return send("{\"type\":\"" + type + "\",\"object\":" + object + "}\n");
  }

  /// The whole answer.
  void reply(String body) {
    send(body).end();
  }

  /// The whole answer of a server that refuses.
  void refuse(int status, String message) {
    refuse(status, message, null);
  }

  void refuse(int status, String message, @Nullable Duration retryAfter) {
    this.retryAfter = retryAfter;
    head(status).send(Objects.status(status, message)).end();
  }

  /// Ends the body.
  void end() {
    pipe.end(false);
  }

  /// The connection breaks.
  void breakOff() {
    if (answered.getCount() > 0) {
      failure = new IOException("connection refused");
      answered.countDown();
      return;
    }
    pipe.end(true);
  }

  /// Trying again is of no use.
  void deny(ProblemException problem) {
    failure = problem;
    answered.countDown();
  }

  /// Waits until all that was sent is read and more is waited for.
  ScriptedReply awaitDrained() throws InterruptedException {
    pipe.awaitDrained();
    return this;
  }

  /// Waits until the feed has ended the request.
  void awaitClosed() throws InterruptedException {
    if (!closed.await(ScriptedServer.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still open: " + path());
    }
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  ScriptedReply awaitHead() throws IOException, InterruptedException {
    try {
      answered.await();
    } catch (InterruptedException e) {
      closed.countDown();
      throw e;
    }
    Exception failed = failure;
    if (failed instanceof IOException broken) {
      throw new IOException(broken.getMessage());
    }
    if (failed instanceof RuntimeException problem) {
      throw problem;
    }
    return this;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public InputStream body() {
    return pipe;
  }

  @Override
  public String text(int most) throws IOException {
    byte[] octets = pipe.readNBytes(most + 1);
    if (octets.length > most) {
      throw new IOException("too long");
    }
    return new String(octets, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed.countDown();
    pipe.end(true);
  }

  /// What was sent and not read yet.
  private static final class Pipe extends InputStream {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private byte[] current = new byte[0];
    private int at;
    private boolean ended;
    private boolean broken;
    private boolean isAwaited;

    synchronized void add(byte[] octets) {
      if (!ended) {
        sent.writeBytes(octets);
        notifyAll();
      }
    }

    synchronized void awaitDrained() throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ScriptedServer.PATIENCE_SECONDS);
      while (!isAwaited || available() > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("what was sent is not read");
        }
        wait(left);
      }
    }

    synchronized void end(boolean broken) {
      if (!ended) {
        ended = true;
        this.broken = broken;
        notifyAll();
      } else if (broken) {
        this.broken = true;
        notifyAll();
      }
    }

    @Override
    public synchronized int available() {
      return current.length - at + sent.size();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int from, int count) throws IOException {
      isAwaited = available() == 0;
      notifyAll();
      while (available() == 0 && !ended) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
      }
      isAwaited = false;
      if (available() == 0) {
        if (broken) {
          throw new IOException("connection reset");
        }
        return -1;
      }
      if (at == current.length) {
        current = sent.toByteArray();
        sent.reset();
        at = 0;
      }
      int taken = Math.min(count, current.length - at);
      System.arraycopy(current, at, into, from, taken);
      at += taken;
      return taken;
    }
  }
}
