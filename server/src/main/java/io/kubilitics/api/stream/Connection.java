package io.kubilitics.api.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client. A virtual thread of its own reads what it says, one message at a time, and gives the
/// wire the next message whenever the one before is out. It sleeps while there is nothing to do.
///
/// The public methods are the web server's: any thread, nothing blocks.
public final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final long number;
  private final Wire wire;
  private final DeltaStream stream;
  private final Thread thread;

  private final AtomicReference<@Nullable String> inbox = new AtomicReference<>();
  private final AtomicReference<@Nullable CloseCode> ending = new AtomicReference<>();
  private volatile boolean gone;
  private volatile boolean heard;

  /// That something has happened since the last step began. The permit to go on alone would not do:
  /// a lock that the thread waits for within a step takes it.
  private volatile boolean woken;

  private volatile long heardAt = System.nanoTime();

  // of the thread
  private final Conversation conversation;
  private final Allowance allowance;
  private final long openedAt = System.nanoTime();
  private @Nullable Transfer transfer;
  private long pingedAt = openedAt;
  private long lookedAt = openedAt;
  private boolean demanded;

  Connection(long number, Wire wire, Admission.Place place, DeltaStream stream) {
    this.number = number;
    this.wire = wire;
    this.stream = stream;
    this.conversation = new Conversation(stream, place, this::wake);
    this.allowance =
        new Allowance(stream.limits().inboundPerSecond(), stream.limits().inboundAtOnce());
    this.thread = Thread.ofVirtual().name("stream-" + number).unstarted(this::run);
  }

  /// Begins to ask the wire for messages. Once.
  public void start() {
    thread.start();
  }

  /// A message of the client. The next one comes when the wire is asked for it.
  public void text(String message) {
    inbox.set(message);
    heard();
  }

  /// Any other sign of life, after which the wire is to be asked as well.
  public void heard() {
    heardAt = System.nanoTime();
    heard = true;
    wake();
  }

  /// The client is not there any more.
  public void gone() {
    gone = true;
    wake();
  }

  /// Ends the connection for a reason.
  public void end(CloseCode code) {
    ending.compareAndSet(null, code);
    wake();
  }

  private void wake() {
    woken = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    stream.counters().clients().incrementAndGet();
    try {
      while (!isOver()) {
        step();
      }
    } catch (RuntimeException | Error bug) {
      LOG.error("stream {} failed", number, bug);
      end(CloseCode.BUG);
    } finally {
      conversation.close();
      stream.counters().clients().decrementAndGet();
      leave();
    }
  }

  private boolean isOver() {
    return gone || ending.get() != null || isBroken();
  }

  /// Whether a message could not be sent, whatever is left of the wire.
  private boolean isBroken() {
    return transfer != null && transfer.hasFailed();
  }

  private boolean isSending() {
    return transfer != null && !transfer.isSent();
  }

  private void step() {
    woken = false;
    long now = System.nanoTime();
    listen(now);
    conversation.ending().ifPresent(this::end);
    if (!isSending() && !isOver()) {
      Optional<byte[]> message = conversation.next(now);
      if (message.isPresent()) {
        send(message.get(), now);
        return;
      }
    }
    watch(now);
    if (!woken && !isOver()) {
      LockSupport.parkNanos(this, pause(now));
    }
  }

  /// Takes what the client said. While an answer waits for its turn, nothing more is taken.
  private void listen(long now) {
    if (conversation.isAnswering()) {
      return;
    }
    if (heard) {
      heard = false;
      demanded = false;
    }
    String message = inbox.getAndSet(null);
    if (message != null) {
      conversation.hear(message);
    }
    if (!demanded && !conversation.isAnswering() && allowance.take(now)) {
      demanded = true;
      wire.demand();
    }
  }

  private void send(byte[] message, long now) {
    stream.counters().messages().increment();
    stream.counters().bytes().add(message.length);
    Transfer begun = new Transfer(this::wake, now);
    transfer = begun;
    wire.send(message, begun);
  }

  /// What has to be looked at from time to time.
  private void watch(long now) {
    StreamPace pace = stream.pace();
    if (isStalled(now)) {
      stream.counters().stalled().increment();
      end(CloseCode.TOO_SLOW);
    } else if (!conversation.isGreeted() && isDue(openedAt, pace.hello(), now)) {
      end(CloseCode.NO_TOKEN);
    } else if (isDue(heardAt, pace.silence(), now)) {
      end(CloseCode.SILENT);
    } else if (isDue(pingedAt, pace.ping(), now)) {
      pingedAt = now;
      wire.ping();
    }
    if (isDue(lookedAt, pace.rounds(), now)) {
      lookedAt = now;
      conversation.lookAgain();
    }
  }

  private boolean isStalled(long now) {
    return transfer != null && isSending() && isDue(transfer.movedAt(), stream.pace().stall(), now);
  }

  private static boolean isDue(long since, Duration limit, long now) {
    return now - since >= limit.toNanos();
  }

  /// How long nothing will happen by itself.
  private long pause(long now) {
    StreamPace pace = stream.pace();
    long until = pingedAt + pace.ping().toNanos() - now;
    until = Math.min(until, heardAt + pace.silence().toNanos() - now);
    if (!conversation.isGreeted()) {
      until = Math.min(until, openedAt + pace.hello().toNanos() - now);
    }
    if (transfer != null && isSending()) {
      until = Math.min(until, transfer.movedAt() + pace.stall().toNanos() - now);
    }
    if (!demanded) {
      until = Math.min(until, allowance.nanosUntilNext(now));
    }
    until = Math.min(until, conversation.quietFor(now));
    return Math.max(until, 1);
  }

  private void leave() {
    CloseCode code = ending.get();
    if (!gone && !isBroken() && code != null) {
      wire.close(code.code(), code.reason());
      long end = System.nanoTime() + stream.pace().farewell().toNanos();
      for (long left = end - System.nanoTime(); left > 0 && !gone; left = end - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
      }
    }
    if (isBroken() || !gone) {
      wire.cut();
    }
    stream.left(this);
  }
}
