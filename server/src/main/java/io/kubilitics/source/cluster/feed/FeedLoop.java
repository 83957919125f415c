package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lists, watches, and after every end decides what comes next. Runs on one thread until it is
/// closed; any thread may ask it to list again, or wake it.
final class FeedLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);

  /// How often content from one place in time may be useless before another place is taken.
  private static final int MOST_STUMBLES = 3;

  /// A server may ask for a pause, but not send us away.
  private static final Duration LONGEST_OBEYED = Duration.ofMinutes(5);

  /// Until somebody wakes us.
  private static final Duration FOREVER = Duration.ofDays(365);

  private final String name;
  private final FeedPace pace;
  private final ListSlots slots;
  private final ListForms forms;
  private final Telling telling;
  private final Intake intake;
  private final Freshness freshness;
  private final Flight flight;
  private final Lister lister;
  private final Watcher watcher;
  private final Backoff backoff;
  private final Semaphore wakeups = new Semaphore(0);
  private final CountDownLatch settled = new CountDownLatch(1);

  private volatile boolean closed;
  private volatile boolean listed;
  private volatile boolean listAsked;
  private volatile boolean watching;
  private volatile boolean leapt;

  /// The server did not answer the last time; and somebody else has found it back since then.
  private volatile boolean isAway;

  private volatile boolean isBack;

  private Rhythm rhythm;
  private @Nullable String position;

  /// Where the last list ended, while nothing has been watched from there.
  private @Nullable String listedAt;

  private boolean wasListed;
  private volatile boolean done;
  private int refusals;
  private int uselessLists;

  /// How often in a row the server has forgotten a list before it was complete.
  private int expiredLists;

  private long steadySince;
  private boolean isAnswered;
  private @Nullable Long rescued;
  private int stumbles;
  private @Nullable String stumbledAt;

  FeedLoop(
      String name,
      FeedOrder order,
      ClusterFeeds.Ground ground,
      Telling telling,
      Intake intake,
      RandomGenerator random) {
    this.name = name;
    pace = ground.pace();
    rhythm = order.kind().verbs().contains("watch") ? order.rhythm() : listedOnly(order.rhythm());
    this.telling = telling;
    this.intake = intake;
    slots = ground.slots();
    forms = new ListForms(order.kind(), ground.abilities());
    freshness = new Freshness(telling, pace, ground.clock(), ground.nanos());
    flight = new Flight(ground.connection(), ground.nanos());
    Addresses addresses = new Addresses(order);
    Exchange exchange = new Exchange(flight, pace);
    lister = new Lister(addresses, flight, exchange, pace, intake, forms, this::answered);
    watcher = new Watcher(addresses, flight, exchange, pace, random, intake, forms);
    backoff = new Backoff(pace, random);
  }

  @Override
  public void run() {
    telling.knowledge(Knowledge.SYNCING, "");
    while (!closed) {
      try {
        rest(step());
      } catch (InterruptedException _) {
        // Only by close(), and the loop ends.
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        recover(e);
      }
    }
    settled.countDown();
  }

  /// A bug, ours or the listener's: what was told is in doubt, so all is read again.
  private void recover(Throwable bug) {
    LOG.error("{}: begins again after a bug", name, bug);
    intake.doubt();
    lister.beginAnew();
    position = null;
    freshness.broken();
    try {
      rest(backoff.next());
    } catch (InterruptedException _) {
      // Only by close(), and the loop ends.
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    if (!closed && !pause.isZero() && !listAsked) {
      boolean _ = wakeups.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /// Does one thing.
  ///
  /// @return how long to wait then
  private Duration step() throws InterruptedException {
    wakeups.drainPermits();
    if (leapt) {
      leapt = false;
      backoff.reset();
    }
    if (listAsked) {
      position = null;
    }
    if (isBack) {
      isBack = false;
      backoff.reset();
      return backoff.next();
    }
    if (done && !listAsked) {
      return FOREVER;
    }
    isAnswered = false;
    String from = position;
    Ending ending = from == null ? list() : watch(from);
    boolean isSteady = watching && flight.now() - steadySince >= pace.steady().toNanos();
    watching = false;
    if (isSteady) {
      backoff.reset();
    }
    return closed ? Duration.ZERO : after(ending, isSteady);
  }

  private Ending list() throws InterruptedException {
    try (ListSlots.Slot slot = slots.take()) {
      if (listAsked) {
        lister.beginAnew();
      }
      listAsked = false;
      done = false;
      if (nextForm() == ListForms.Form.BY_WATCH) {
        Ending ending = watcher.listByWatch(new Following(slot));
        if (!(ending instanceof Ending.NotOffered)) {
          if (position == null) {
            incomplete(ending);
          }
          return ending;
        }
      }
      boolean isAtOnce = nextForm() != ListForms.Form.IN_PAGES;
      return lister.list(isAtOnce, !wasListed || rhythm instanceof Rhythm.Polled);
    }
  }

  private ListForms.Form nextForm() {
    return forms.next(rhythm instanceof Rhythm.Watched);
  }

  /// A list by watch has ended before it was complete.
  private void incomplete(Ending ending) {
    switch (ending) {
      case Ending.Endless _ -> forms.notByWatch();
      case Ending.Failed failed when failed.isContent() || intake.arrivals() > 0 ->
          forms.brokeOff();
      case Ending.Expired _ when intake.arrivals() > 0 -> forms.brokeOff();
      case Ending.Failed _,
          Ending.Expired _,
          Ending.Listed _,
          Ending.Closed _,
          Ending.Cut _,
          Ending.NotOffered _,
          Ending.Forbidden _,
          Ending.NotServed _ -> {}
    }
  }

  /// What can only be listed is listed again and again.
  private Rhythm listedOnly(Rhythm wanted) {
    return wanted instanceof Rhythm.Watched ? new Rhythm.Polled(pace.unwatched()) : wanted;
  }

  private Ending watch(String from) throws InterruptedException {
    watching = true;
    steadySince = flight.now();
    return listAsked ? new Ending.Cut() : watcher.watch(from, new Following(null));
  }

  private Duration after(Ending ending, boolean isSteady) {
    return switch (ending) {
      case Ending.Listed(String resourceVersion) -> {
        complete(resourceVersion);
        yield afterList(resourceVersion);
      }
      case Ending.Closed _ -> {
        listedAt = null;
        freshness.broken();
        yield isSteady ? Duration.ZERO : backoff.next();
      }
      case Ending.Cut _ -> Duration.ZERO;
      case Ending.NotOffered _ -> notWatchable();
      case Ending.Expired _ -> expired();
      case Ending.Endless(String reason, var pause) ->
          failed(new Ending.Failed(reason, pause, false));
      case Ending.Forbidden(String reason) -> denied(Knowledge.FORBIDDEN, reason);
      case Ending.NotServed(String reason) -> denied(Knowledge.NOT_SERVED, reason);
      case Ending.Failed failed -> failed(failed);
    };
  }

  private Duration afterList(String resourceVersion) {
    return switch (rhythm) {
      case Rhythm.Watched _ -> {
        position = resourceVersion.isEmpty() ? "0" : resourceVersion;
        listedAt = position;
        yield Duration.ZERO;
      }
      case Rhythm.Polled(Duration every) -> {
        backoff.reset();
        yield backoff.about(every);
      }
      case Rhythm.Once _ -> {
        done = true;
        yield FOREVER;
      }
    };
  }

  /// It can only be listed. What has just been listed is not listed again before it is time.
  private Duration notWatchable() {
    rhythm = listedOnly(rhythm);
    boolean isNew = position != null && position.equals(listedAt);
    position = null;
    if (!isNew) {
      return Duration.ZERO;
    }
    live();
    return afterList("");
  }

  /// What happened since is not kept. A server that never keeps anything is not asked for
  /// everything again and again.
  private Duration expired() {
    freshness.broken();
    expiredLists = position == null ? expiredLists + 1 : 0;
    if (expiredLists >= MOST_STUMBLES && !settledOnce()) {
      telling.knowledge(Knowledge.SYNCING, "the server does not keep what it lists");
    }
    boolean isNew = position != null && position.equals(listedAt);
    uselessLists = isNew ? uselessLists + 1 : 0;
    position = null;
    return uselessLists < MOST_STUMBLES ? backoff.next() : backoff.atLeast(pace.unwatched());
  }

  /// What could be read until now is not given up at the first word: servers that start refuse much
  /// that they allow a moment later.
  private Duration denied(Knowledge knowledge, String reason) {
    freshness.broken();
    refusals++;
    if (listed && refusals < 2) {
      return backoff.about(pace.confirmation());
    }
    listed = false;
    position = null;
    telling.knowledge(knowledge, reason);
    lister.beginAnew();
    intake.withdraw();
    settled.countDown();
    return backoff.about(pace.rare());
  }

  private Duration failed(Ending.Failed failed) {
    freshness.broken();
    isAway = !isAnswered && failed.pause() == null;
    if (!settledOnce()) {
      telling.knowledge(Knowledge.SYNCING, failed.reason());
    }
    if (failed.isContent() && position != null) {
      stumble(position);
    }
    Duration asked = failed.pause();
    if (asked == null) {
      return backoff.next();
    }
    return backoff.atLeast(asked.compareTo(LONGEST_OBEYED) > 0 ? LONGEST_OBEYED : asked);
  }

  private boolean settledOnce() {
    return settled.getCount() == 0;
  }

  private void stumble(String at) {
    stumbles = at.equals(stumbledAt) ? stumbles + 1 : 1;
    stumbledAt = at;
    if (stumbles >= MOST_STUMBLES) {
      stumbles = 0;
      position = null;
    }
  }

  /// A list or a watch has begun to come.
  private void answered() {
    arrived();
    Knowledge said = telling.knowledge();
    if (said == Knowledge.FORBIDDEN || said == Knowledge.NOT_SERVED) {
      telling.knowledge(Knowledge.SYNCING, "");
    }
  }

  /// The server was away and answers: what failed meanwhile is no reason to wait any longer. One
  /// that comes and goes gains nothing by it.
  private void arrived() {
    isAnswered = true;
    if (!isAway) {
      return;
    }
    isAway = false;
    isBack = false;
    long now = flight.now();
    Long last = rescued;
    if (last == null || now - last >= pace.steady().toNanos()) {
      rescued = now;
      backoff.reset();
    }
  }

  private void complete(String resourceVersion) {
    refusals = 0;
    expiredLists = 0;
    forms.complete();
    wasListed = true;
    listed = true;
    LOG.debug("{}: listed at {}", name, resourceVersion);
    live();
    settled.countDown();
  }

  private void live() {
    switch (rhythm) {
      case Rhythm.Watched _ -> freshness.whole(Knowledge.SYNCED, "");
      case Rhythm.Polled(Duration every) ->
          freshness.whole(Knowledge.POLLED, "every " + words(every));
      case Rhythm.Once _ -> freshness.whole(Knowledge.POLLED, "once");
    }
  }

  private static String words(Duration every) {
    return every.toSeconds() % 60 == 0 && every.toMinutes() > 0
        ? every.toMinutes() + " min"
        : every.toSeconds() + " s";
  }

  /// Lists again and tells the differences; at once, or after the list that is being read.
  void relist() {
    listAsked = true;
    if (watching) {
      flight.cut(Flight.Cut.AGAIN);
    }
    wakeups.release();
  }

  /// What may not be read, or is not served, is asked for at once.
  void tryAgain() {
    Knowledge said = telling.knowledge();
    if (said == Knowledge.FORBIDDEN || said == Knowledge.NOT_SERVED) {
      wakeups.release();
    }
  }

  /// The server is back: a feed that could not reach it begins its pauses anew.
  void serverIsBack() {
    if (isAway) {
      isBack = true;
      wakeups.release();
    }
  }

  /// The machine was asleep: nothing that was open before can be trusted.
  ///
  /// @param since when it fell asleep
  void leap(Instant since) {
    if (done) {
      return;
    }
    freshness.broken(since);
    leapt = true;
    flight.cut(Flight.Cut.AGAIN);
    wakeups.release();
  }

  /// Ends what takes too long, and says what is out of date. Called now and then.
  void check() {
    flight.check();
    freshness.check(name);
  }

  boolean isListed() {
    return listed;
  }

  /// Waits until the objects are listed, or it is known that they cannot be.
  boolean awaitSettled(Duration limit) throws InterruptedException {
    return settled.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// The objects that the listener knows of. After the thread has ended.
  List<ResourceId> told() {
    return intake.told();
  }

  /// Ends the thread; what it waits for ends at once.
  void close(Thread thread) {
    closed = true;
    telling.close();
    flight.cut(Flight.Cut.CLOSED);
    thread.interrupt();
  }

  /// Keeps the place in time while a watch is read.
  private final class Following implements Watcher.Observer {
    private final ListSlots.@Nullable Slot slot;

    Following(ListSlots.@Nullable Slot slot) {
      this.slot = slot;
    }

    @Override
    public void answered() {
      if (slot == null) {
        arrived();
        freshness.answered(Knowledge.SYNCED, "");
      } else {
        FeedLoop.this.answered();
      }
      // Who asked for a list just before this request began found nothing to cut.
      if (listAsked && slot == null) {
        flight.cut(Flight.Cut.AGAIN);
      }
    }

    @Override
    public void reached(String resourceVersion) {
      position = resourceVersion;
      refusals = 0;
      freshness.news();
    }

    @Override
    public void listed(String resourceVersion) {
      position = resourceVersion;
      listedAt = resourceVersion;
      forms.listedByWatch();
      complete(resourceVersion);
      if (slot != null) {
        slot.close();
      }
      watching = true;
      steadySince = flight.now();
      if (listAsked) {
        flight.cut(Flight.Cut.AGAIN);
      }
    }
  }
}
