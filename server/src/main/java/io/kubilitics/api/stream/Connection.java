package io.kubilitics.api.stream;

import io.kubilitics.access.Caller;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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
  private final String address;
  private final DeltaStream stream;
  private final Thread thread;

  private final AtomicReference<@Nullable String> inbox = new AtomicReference<>();
  private final AtomicReference<@Nullable CloseCode> ending = new AtomicReference<>();
  private volatile boolean gone;

  /// A message could not be sent, whatever is left of the wire.
  private volatile boolean broken;

  private volatile boolean sending;
  private volatile boolean heard;
  private volatile long heardAt = System.nanoTime();

  private final long openedAt = System.nanoTime();

  // of the thread
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private final Allowance allowance;
  private @Nullable String answer;
  private @Nullable Caller caller;
  private long sentAt;
  private long pingedAt = System.nanoTime();
  private long lookedAt = System.nanoTime();
  private boolean demanded;
  private int turn;

  Connection(long number, Wire wire, String address, DeltaStream stream) {
    this.number = number;
    this.wire = wire;
    this.address = address;
    this.stream = stream;
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
    LockSupport.unpark(thread);
  }

  private void run() {
    stream.counters().clients().incrementAndGet();
    try {
      while (!gone && ending.get() == null) {
        step();
      }
    } catch (RuntimeException | Error bug) {
      LOG.error("stream {} failed", number, bug);
      end(CloseCode.BUG);
    } finally {
      leave();
      stream.counters().clients().decrementAndGet();
    }
  }

  private void step() {
    long now = System.nanoTime();
    listen(now);
    if (!sending && ending.get() == null) {
      Optional<String> message = nextMessage(now);
      if (message.isPresent()) {
        send(message.get(), now);
        return;
      }
    }
    watch(now);
    if (ending.get() == null && !gone) {
      LockSupport.parkNanos(this, pause(now));
    }
  }

  /// Takes what the client said. While an answer waits for its turn, nothing more is taken.
  private void listen(long now) {
    if (answer != null) {
      return;
    }
    if (heard) {
      heard = false;
      demanded = false;
    }
    String message = inbox.getAndSet(null);
    if (message != null) {
      hear(message);
    }
    if (!demanded && answer == null && allowance.take(now)) {
      demanded = true;
      wire.demand();
    }
  }

  private void hear(String message) {
    try {
      ClientMessage said = MessageReader.read(message);
      if (caller == null) {
        greet(said);
      } else {
        obey(said, caller);
      }
    } catch (ProblemException e) {
      refuse(e, "");
    }
  }

  private void refuse(ProblemException e, String id) {
    if (caller == null) {
      end(CloseCode.NO_TOKEN);
      return;
    }
    answer = MessageWriter.error(StreamError.of(e.problem(), id));
  }

  private void greet(ClientMessage said) {
    Caller who =
        said instanceof ClientMessage.Hello(String token)
            ? stream.identify(token)
            : Caller.STRANGER;
    if (!who.mayRead()) {
      end(CloseCode.NO_TOKEN);
      return;
    }
    if (!stream.admit(subject(who))) {
      end(CloseCode.TOO_MANY);
      return;
    }
    caller = who;
    answer = MessageWriter.welcome(stream.clusters().streamEpoch(), stream.limits());
  }

  /// Who is counted as one: guests are told apart by where they come from.
  private String subject(Caller who) {
    return switch (who) {
      case OWNER -> "owner";
      case GUEST, STRANGER -> address;
    };
  }

  private void obey(ClientMessage said, Caller by) {
    switch (said) {
      case ClientMessage.Hello _ ->
          answer = MessageWriter.error(StreamError.of("bad-input", "hello was said already", ""));
      case ClientMessage.Subscribe subscribe -> subscribe(subscribe, by);
      case ClientMessage.Update(String id, ViewWords view) ->
          with(id, subscription -> update(subscription, view, by));
      case ClientMessage.Unsubscribe(String id) -> with(id, this::unsubscribe);
      case ClientMessage.Pause(String id) -> with(id, Subscription::pause);
      case ClientMessage.Resume(String id) -> with(id, Subscription::resume);
    }
  }

  private void with(String id, Consumer<Subscription> action) {
    Subscription subscription = subscriptions.get(id);
    if (subscription == null) {
      answer =
          MessageWriter.error(
              StreamError.of("no-such-subscription", "nothing is subscribed under this id", id));
      return;
    }
    try {
      action.accept(subscription);
    } catch (ProblemException e) {
      refuse(e, id);
    }
  }

  private void subscribe(ClientMessage.Subscribe said, Caller by) {
    if (subscriptions.containsKey(said.id())) {
      answer =
          MessageWriter.error(
              StreamError.of("conflict", "something is subscribed under this id", said.id()));
      return;
    }
    if (subscriptions.size() >= stream.limits().subscriptions()) {
      answer =
          MessageWriter.error(
              StreamError.of(
                  "too-large",
                  "a connection has at most " + stream.limits().subscriptions() + " subscriptions",
                  said.id()));
      return;
    }
    try {
      Session session = stream.session(said.cluster(), by);
      View view = stream.read(said.view(), session, by.viewer());
      subscriptions.put(
          said.id(),
          Subscription.open(said.id(), session, view, said.resume(), stream, this::wake));
      stream.counters().subscriptions().incrementAndGet();
    } catch (ProblemException e) {
      refuse(e, said.id());
    }
  }

  private void update(Subscription subscription, ViewWords words, Caller by) {
    Session session = stream.session(subscription.view().channel().cluster().value(), by);
    subscription.update(stream.read(words, session, by.viewer()), session);
  }

  private void unsubscribe(Subscription subscription) {
    subscriptions.remove(subscription.id());
    subscription.close();
    stream.counters().subscriptions().decrementAndGet();
  }

  private Optional<String> nextMessage(long now) {
    if (answer != null) {
      String given = answer;
      answer = null;
      return Optional.of(given);
    }
    List<Subscription> all = new ArrayList<>(subscriptions.values());
    for (int tried = 0; tried < all.size(); tried++) {
      turn = (turn + 1) % all.size();
      Optional<String> message = all.get(turn).next(now);
      if (message.isPresent()) {
        return message;
      }
    }
    return Optional.empty();
  }

  private void send(String text, long now) {
    sending = true;
    sentAt = now;
    stream.counters().messages().increment();
    stream.counters().bytes().add(Fragment.utf8(text));
    wire.send(
        text,
        new Wire.Outcome() {
          @Override
          public void sent() {
            sending = false;
            wake();
          }

          @Override
          public void failed() {
            broken = true;
            gone();
          }
        });
  }

  /// What has to be looked at from time to time.
  private void watch(long now) {
    StreamPace pace = stream.pace();
    if (sending && isOver(sentAt, pace.stall(), now)) {
      stream.counters().stalled().increment();
      end(CloseCode.TOO_SLOW);
    } else if (caller == null && isOver(openedAt, pace.hello(), now)) {
      end(CloseCode.NO_TOKEN);
    } else if (isOver(heardAt, pace.silence(), now)) {
      end(CloseCode.SILENT);
    } else if (isOver(pingedAt, pace.ping(), now)) {
      pingedAt = now;
      wire.ping();
    }
    if (isOver(lookedAt, pace.rounds(), now)) {
      lookedAt = now;
      subscriptions.values().stream().filter(Subscription::isLost).forEach(Subscription::lookAgain);
    }
  }

  private static boolean isOver(long since, Duration limit, long now) {
    return now - since >= limit.toNanos();
  }

  /// How long nothing will happen by itself.
  private long pause(long now) {
    StreamPace pace = stream.pace();
    long until = pingedAt + pace.ping().toNanos() - now;
    until = Math.min(until, heardAt + pace.silence().toNanos() - now);
    if (caller == null) {
      until = Math.min(until, openedAt + pace.hello().toNanos() - now);
    }
    if (sending) {
      until = Math.min(until, sentAt + pace.stall().toNanos() - now);
    }
    if (!demanded) {
      until = Math.min(until, allowance.nanosUntilNext(now));
    }
    for (Subscription subscription : subscriptions.values()) {
      until = Math.min(until, subscription.quietFor(now));
    }
    return Math.max(until, 1);
  }

  private void leave() {
    for (Subscription subscription : subscriptions.values()) {
      subscription.close();
      stream.counters().subscriptions().decrementAndGet();
    }
    subscriptions.clear();
    if (caller != null) {
      stream.dismiss(subject(caller));
    }
    CloseCode code = ending.get();
    if (!gone && code != null) {
      wire.close(code.code(), code.reason());
      long end = System.nanoTime() + stream.pace().farewell().toNanos();
      for (long left = end - System.nanoTime(); left > 0 && !gone; left = end - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
      }
      if (!gone) {
        wire.cut();
      }
    }
    if (broken) {
      wire.cut();
    }
    stream.left(this);
  }
}
