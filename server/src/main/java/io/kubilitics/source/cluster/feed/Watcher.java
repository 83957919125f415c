package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Watches the objects of one kind, from a place in time or from nothing. The feed's thread.
final class Watcher {
  private static final int BAD_REQUEST = 400;
  private static final int NO_SUCH_METHOD = 405;
  private static final int UNPROCESSABLE = 422;

  /// How much longer than the time without new objects a list by watch may take in all.
  private static final int LONGEST_INITIAL = 10;

  private final Addresses addresses;
  private final Flight flight;
  private final Exchange exchange;
  private final FeedPace pace;
  private final RandomGenerator random;
  private final Intake intake;
  private final ListForms forms;

  /// Told how a watch goes on.
  interface Observer {
    /// The server has begun to answer.
    void answered();

    /// Everything up to this place in time has been taken in.
    void reached(String resourceVersion);

    /// The list a watch began with is complete.
    void listed(String resourceVersion);
  }

  Watcher(
      Addresses addresses,
      Flight flight,
      Exchange exchange,
      FeedPace pace,
      RandomGenerator random,
      Intake intake,
      ListForms forms) {
    this.addresses = addresses;
    this.flight = flight;
    this.exchange = exchange;
    this.pace = pace;
    this.random = random;
    this.intake = intake;
    this.forms = forms;
  }

  /// Watches from there on. `NotOffered` when the kind can only be listed.
  Ending watch(String resourceVersion, Observer observer) throws InterruptedException {
    return exchange.ask(
        Errand.WATCH,
        addresses.watch(resourceVersion, length()),
        pace.silence(),
        refusal ->
            switch (refusal.code()) {
              case BAD_REQUEST -> new Ending.Expired();
              case NO_SUCH_METHOD -> new Ending.NotOffered();
              default -> Ending.of(refusal);
            },
        reply -> read(reply, false, observer));
  }

  /// Lists and goes on watching. `NotOffered` when the server cannot do that.
  Ending listByWatch(Observer observer) throws InterruptedException {
    intake.listBegins();
    return exchange.ask(
        Errand.WATCH,
        addresses.listByWatch(length()),
        pace.silence(),
        this::refused,
        reply -> {
          flight.mustEndWithin(pace.initialEvents());
          return read(reply, true, observer);
        });
  }

  private Ending refused(Refusal refusal) {
    return switch (refusal.code()) {
      case BAD_REQUEST, UNPROCESSABLE -> {
        forms.notByWatch();
        yield new Ending.NotOffered();
      }
      case NO_SUCH_METHOD -> new Ending.NotOffered();
      default -> Ending.of(refusal);
    };
  }

  private Ending read(Reply reply, boolean isInitial, Observer observer) throws IOException {
    observer.answered();
    Reading reading = new Reading(observer);
    JsonCursor in = new JsonCursor(flight.body(reply, reading::pause), true);
    reading.awaitsComplete = isInitial;
    try {
      return new WatchReader(in, intake).read(isInitial, reading);
    } finally {
      intake.flush();
    }
  }

  private Duration length() {
    long from = pace.watchAtLeast().toSeconds();
    long to = pace.watchAtMost().toSeconds();
    return Duration.ofSeconds(to <= from ? from : random.nextLong(from, to + 1));
  }

  private final class Reading implements WatchReader.Progress {
    private final Observer observer;
    private final long began = flight.now();
    private boolean awaitsComplete;
    private long arrivals;

    Reading(Observer observer) {
      this.observer = observer;
    }

    /// A list is handed over in large portions, a change at once.
    void pause() {
      if (!awaitsComplete) {
        intake.flush();
      }
    }

    @Override
    public void reached(String resourceVersion) {
      observer.reached(resourceVersion);
    }

    @Override
    public void complete(String resourceVersion) {
      awaitsComplete = false;
      flight.mayLast();
      intake.listEnds();
      observer.listed(resourceVersion);
    }

    @Override
    public boolean initial() {
      long now = intake.arrivals();
      long longest = pace.initialEvents().multipliedBy(LONGEST_INITIAL).toNanos();
      if (now > arrivals && flight.now() - began < longest) {
        arrivals = now;
        flight.mustEndWithin(pace.initialEvents());
      }
      return !flight.isLate();
    }
  }
}
